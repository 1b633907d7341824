package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file that whoever opens waits for, since nobody ever opens its other end. */
final class Pipe {

    private Pipe() {}

    static void make(Path path) throws IOException, InterruptedException {
        Process made = new ProcessBuilder("mkfifo", "-m", "600", path.toString()).inheritIO().start();
        assertThat(made.waitFor(30, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
    }
}
