package org.openchami.it.fault;

import static org.assertj.core.api.Assumptions.assumeThat;

import org.openchami.auth.testing.hydra.Hydra;

/** What only a real Hydra can suffer. */
final class RealHydra {
    private RealHydra() {}

    static void require(Hydra hydra) {
        assumeThat(hydra.kind()).as("a real Hydra, with a database").isNotEqualTo("jvm");
    }

    /** One whose configuration can be replaced while it runs. */
    static void requireProcess(Hydra hydra) {
        assumeThat(hydra.kind()).as("a Hydra whose configuration can be replaced while it runs").isIn("path", "go");
    }
}
