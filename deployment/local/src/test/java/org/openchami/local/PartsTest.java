package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

class PartsTest {
    private final List<String> ended = new ArrayList<>();
    private final Parts parts = new Parts(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

    @Test
    void theDeadOneIsNamedWithItsLastWords() {
        parts.add(new Fake("PostgreSQL", true));
        parts.add(new Fake("smd", false));
        assertThatThrownBy(parts::check).hasMessage("smd died. The last lines of its log:\n    farewell");
    }

    @Test
    void aDeathEndsAWait() {
        parts.add(new Fake("Hydra", false));
        assertThatThrownBy(() -> parts.await("bss's start", Duration.ofDays(1), () -> false)).hasMessageStartingWith("Hydra died.");
    }

    @Test
    void aWaitThatIsOverSaysWhatFor() {
        assertThatThrownBy(() -> parts.await("bss's start", Duration.ZERO, () -> false)).hasMessage("bss's start took longer than 0 s.");
    }

    @Test
    void aDeathExplainsAFailureThatItCaused() {
        parts.add(new Fake("smd", false));
        assertThat(parts.deathOr("GET got no answer")).startsWith("smd died.");
    }

    @Test
    void theLastStartedEndsFirst() {
        parts.add(new Fake("PostgreSQL", true));
        parts.add(new Fake("smd", true));
        parts.stop();
        assertThat(ended).containsExactly("smd", "PostgreSQL");
    }

    @Test
    void whatStartsDuringTheEndIsEndedToo() {
        parts.stop();
        assertThatThrownBy(() -> parts.add(new Fake("bss", true))).isInstanceOf(LocalFailure.class);
        assertThat(ended).containsExactly("bss");
    }

    private final class Fake implements Part {
        private final String name;
        private final boolean alive;

        Fake(String name, boolean alive) {
            this.name = name;
            this.alive = alive;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public OptionalLong pid() {
            return OptionalLong.empty();
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public String lastWords() {
            return "farewell";
        }

        @Override
        public void stop() {
            ended.add(name);
        }
    }
}
