package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path folder;

    @Test
    void onlyTheLastLinesAreShown() throws IOException {
        assertThat(new LogTail(log("one\ntwo\nthree\n"), 2).read()).isEqualTo("two\nthree");
    }

    @Test
    void theCauseIsShownWithoutTheFrames() throws IOException {
        String failure = "Failed to start\n\tat org.openchami.Smd.start(Smd.java:1)\nCaused by: bad key\n\t... 9 more\n";
        assertThat(new LogTail(log(failure), 5).read()).isEqualTo("Failed to start\nCaused by: bad key");
    }

    @Test
    void aMissingLogIsNoFailure() {
        assertThat(new LogTail(folder.resolve("none"), 5).read()).startsWith("(no log at");
    }

    private Path log(String content) throws IOException {
        return Files.writeString(folder.resolve("log"), content);
    }
}
