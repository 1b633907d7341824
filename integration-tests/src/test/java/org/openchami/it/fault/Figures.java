package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

import org.openchami.it.world.Healing;

/**
 * What one fault cost one service.
 *
 * @param lasted from the fault's beginning until all was well
 * @param registrations that made a client at Hydra
 * @param liveClients of this service at Hydra, at the end
 * @param tokenRequests on the wire to Hydra, answered or not
 * @param tokens issued to it, as Hydra's database counts them
 * @param calls of nodes, each of which made the service call smd with its token
 * @param failed those that failed while the service held a token that was good
 * @param healed from the fault's end until all was well
 */
record Figures(String fault, String service, Duration lasted, long registrations, long liveClients, long tokenRequests, long tokens,
        long calls, List<Nodes.Call> failed, Duration healed) {
    private static final Logger LOG = System.getLogger(Figures.class.getName());
    /** A back-off that begins with a second asks no more often, but for the first tries of a service that starts. */
    private static final int FIRST_TRIES = 6;

    void assertWithin(int registrationsAllowed) {
        LOG.log(Level.INFO, this);
        assertThat(registrations).as("registrations, " + this).isLessThanOrEqualTo(registrationsAllowed);
        assertThat(liveClients).as("live clients, " + this).isEqualTo(1);
        assertThat(tokenRequests).as("token requests, " + this).isLessThanOrEqualTo(FIRST_TRIES + lasted.toSeconds());
        assertThat(tokens).as("tokens, " + this).isLessThanOrEqualTo(tokenRequests);
        assertThat(failed).as("failed calls, " + this).isEmpty();
        assertThat(healed).as("healed, " + this).isLessThanOrEqualTo(Healing.PATIENCE);
    }

    @Override
    public String toString() {
        return "%s, %s: lasted %.1f s, %d registrations, %d live clients, %d token requests, %d tokens, %d of %d calls failed, healed after %s"
                .formatted(fault, service, lasted.toMillis() / 1000.0, registrations, liveClients, tokenRequests, tokens, failed.size(),
                        calls, Healing.beside(healed));
    }
}
