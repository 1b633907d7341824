package org.openchami.auth.testing.hydra;

import java.nio.file.Path;

import org.openchami.auth.testing.kind.CannotStart;
import org.openchami.auth.testing.process.OnPath;

/** A {@code hydra} that is installed already; another program of that name exists, so its version is asked. */
final class HydraOnPath {
    private HydraOnPath() {}

    static Path find() {
        Path program = OnPath.find("hydra").orElseThrow(() -> new CannotStart("no hydra on the PATH"));
        if (!OnPath.ask(program, "version").contains("v2.3")) {
            throw new CannotStart(program + " is not Hydra v2.3");
        }
        return program;
    }
}
