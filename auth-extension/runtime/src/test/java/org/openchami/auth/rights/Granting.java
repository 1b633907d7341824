package org.openchami.auth.rights;

import java.time.Instant;

import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.testing.clock.TestClock;

/** Rights where no signature is to be checked. */
final class Granting {

    private Granting() {}

    static Rights with(String... pairs) {
        Settings settings = Configured.with(pairs);
        TestClock clock = TestClock.at(Instant.EPOCH);
        return new Rights(settings, new Dpop(new DpopChecks(settings, clock), new SeenProofs(1), null, clock), clock);
    }
}
