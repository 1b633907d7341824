package org.openchami.it.fault;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A fault from its beginning to its end.
 *
 * @param ends empty if nobody ends it but the services themselves
 * @param meanwhile what is done while it lasts
 * @param registrations how many new ones it takes to heal, at most
 * @param killsTokens whether tokens that were issued before are worthless from its beginning
 */
record Scenario(String name, Runnable begins, Optional<Runnable> ends, Consumer<Trial> meanwhile, int registrations,
        boolean killsTokens) {

    /** While it lasts, both services are killed and started again. */
    static Scenario of(String name, Runnable begins, Runnable ends) {
        return new Scenario(name, begins, Optional.of(ends), Trial::restartServices, 0, false);
    }

    /** Both services are killed and started again after it. */
    static Scenario thatServicesEnd(String name, Runnable begins) {
        return new Scenario(name, begins, Optional.empty(), Trial::restartServices, 0, false);
    }

    Scenario meanwhile(Consumer<Trial> others) {
        return new Scenario(name, begins, ends, others, registrations, killsTokens);
    }

    Scenario thatKillsTokens() {
        return new Scenario(name, begins, ends, meanwhile, registrations, true);
    }

    Scenario withOneRegistration() {
        return new Scenario(name, begins, ends, meanwhile, 1, killsTokens);
    }
}
