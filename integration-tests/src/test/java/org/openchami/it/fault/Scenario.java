package org.openchami.it.fault;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A fault from its beginning to its end.
 *
 * @param ends empty if nobody ends it but the services themselves
 * @param meanwhile what is done while it lasts
 * @param registrations how many new ones it takes to heal, at most
 * @param killsTokens whether tokens that were issued before are worthless from its beginning, and Hydra's keys are others after it
 * @param runsOn whether the services hold tokens that are good all the while
 * @param orphanOf the service that can't delete its former client, and must have noted it
 */
record Scenario(String name, Runnable begins, Optional<Runnable> ends, Consumer<Trial> meanwhile, int registrations,
        boolean killsTokens, boolean runsOn, Optional<String> orphanOf) {

    /** While it lasts, both services are killed and started again. */
    static Scenario of(String name, Runnable begins, Runnable ends) {
        return new Scenario(name, begins, Optional.of(ends), Trial::restartServices, 0, false, false, Optional.empty());
    }

    /** Both services are killed and started again after it. */
    static Scenario thatServicesEnd(String name, Runnable begins) {
        return new Scenario(name, begins, Optional.empty(), Trial::restartServices, 0, false, false, Optional.empty());
    }

    Scenario meanwhile(Consumer<Trial> others) {
        return new Scenario(name, begins, ends, others, registrations, killsTokens, runsOn, orphanOf);
    }

    /** No service is started anew: each holds a good token from the fault's beginning to its end, and wants a new one meanwhile. */
    Scenario runningOn() {
        Consumer<Trial> renewals = ends.isPresent() ? Trial::renewInVain : Trial::renew;
        return new Scenario(name + ", services run on", begins, ends, renewals, registrations, killsTokens, true, orphanOf);
    }

    Scenario thatKillsTokens() {
        return new Scenario(name, begins, ends, meanwhile, registrations, true, runsOn, orphanOf);
    }

    Scenario withOneRegistration() {
        return new Scenario(name, begins, ends, meanwhile, 1, killsTokens, runsOn, orphanOf);
    }

    /** It alone registers anew, once. */
    Scenario thatOrphansAClientOf(String service) {
        return new Scenario(name, begins, ends, meanwhile, 0, killsTokens, runsOn, Optional.of(service));
    }

    int registrationsOf(String service) {
        return registrations + orphansOf(service);
    }

    int orphansOf(String service) {
        return orphanOf.filter(service::equals).isPresent() ? 1 : 0;
    }
}
