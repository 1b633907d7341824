package org.openchami.it.container;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import org.junit.jupiter.api.Assumptions;
import org.openchami.auth.testing.container.Engine;
import org.openchami.auth.testing.kind.CannotStart;

/**
 * Whether this machine can run the system as containers. Where it can't, the test is skipped with a notice, unless the
 * property {@code openchami.testing.containers} (or the variable {@code OPENCHAMI_TESTING_CONTAINERS}) says
 * {@code required}: then the same reason is a failure.
 */
final class Containers {
    static final String HYDRA = "oryd/hydra:v2.3.0";
    static final String POSTGRES = "postgres:15";

    private static final Logger LOG = System.getLogger(Containers.class.getName());

    private Containers() {}

    static void presentOrSkip() {
        try {
            Engine.require(HYDRA);
            Engine.require(POSTGRES);
            Engine.require(BaseImage.choose());
        } catch (CannotStart reason) {
            if (required()) {
                throw reason;
            }
            LOG.log(Level.WARNING, "NOT TESTED, the system as containers: {0}", reason.getMessage());
            Assumptions.abort(reason.getMessage());
        }
    }

    private static boolean required() {
        return "required".equals(System.getProperty("openchami.testing.containers", System.getenv("OPENCHAMI_TESTING_CONTAINERS")));
    }
}
