package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.openchami.it.world.Healing;

/**
 * What one fault cost one service.
 *
 * @param lasted from the fault's beginning until all was well
 * @param tokenRequests on the wire to Hydra, answered or not
 * @param tokens issued to it, as Hydra's database counts them
 * @param healed from the fault's end until all was well
 * @param inbound from the fault's end until a user was served whose token Hydra's new key has signed; empty where Hydra kept its keys
 */
record Figures(String fault, String service, Duration lasted, Clients clients, long tokenRequests, long tokens, Calls calls,
        Duration healed, Optional<Duration> inbound) {
    private static final Logger LOG = System.getLogger(Figures.class.getName());
    /** A back-off that begins with a second asks no more often, but for the first tries of a service that starts. */
    private static final int FIRST_TRIES = 6;

    /**
     * Of this service at Hydra.
     *
     * @param registered by how many registrations in that time
     * @param live at the end
     * @param orphans those of the live ones that the service has noted as lost to it
     */
    record Clients(long registered, long live, long orphans) {}

    /**
     * Of nodes, each of which made the service call smd with its token.
     *
     * @param inTheFault those that were made while it lasted and the service held a token that was good
     * @param failed those that failed while the service held a token that was good
     */
    record Calls(long made, long inTheFault, List<Nodes.Call> failed) {
        /** @param end of the fault */
        static Calls of(List<Nodes.Call> all, GoodTokens good, Instant begin, Instant end) {
            List<Nodes.Call> due = all.stream().filter(good::during).toList();
            return new Calls(all.size(), due.stream().filter(call -> call.begin().isAfter(begin) && call.end().isBefore(end)).count(),
                    due.stream().filter(Nodes.Call::failed).toList());
        }
    }

    void assertCallsInTheFault(long least) {
        assertThat(calls.inTheFault()).as("calls with a good token in the fault, " + this).isGreaterThanOrEqualTo(least);
    }

    void assertWithin(int registrationsAllowed, long orphansAllowed) {
        LOG.log(Level.INFO, this);
        assertThat(clients.registered()).as("registrations, " + this).isLessThanOrEqualTo(registrationsAllowed);
        assertThat(clients.orphans()).as("orphans that the service has noted, " + this).isEqualTo(orphansAllowed);
        assertThat(clients.live() - clients.orphans()).as("clients in use, " + this).isEqualTo(1);
        assertThat(tokenRequests).as("token requests, " + this).isLessThanOrEqualTo(FIRST_TRIES + lasted.toSeconds());
        assertThat(tokens).as("tokens, " + this).isLessThanOrEqualTo(tokenRequests);
        assertThat(calls.failed()).as("failed calls, " + this).isEmpty();
        assertThat(healed).as("healed, " + this).isLessThanOrEqualTo(Healing.PATIENCE);
        assertThat(inbound.orElse(Duration.ZERO)).as("inbound keys renewed, " + this).isLessThanOrEqualTo(Healing.PATIENCE);
    }

    @Override
    public String toString() {
        return ("%s, %s: lasted %.1f s, %d registrations, %d live clients (%d orphans), %d token requests, %d tokens, "
                + "%d of %d calls failed (%d in the fault with a good token), healed after %s%s").formatted(fault, service, seconds(lasted),
                        clients.registered(), clients.live(), clients.orphans(), tokenRequests, tokens, calls.failed().size(), calls.made(),
                        calls.inTheFault(), Healing.beside(healed),
                        inbound.map(time -> ", inbound keys renewed after " + Healing.beside(time)).orElse(""));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
