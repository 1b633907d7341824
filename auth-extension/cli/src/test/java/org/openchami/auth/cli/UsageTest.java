package org.openchami.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "clients", "nothing", "clients nothing", "clients show", "clients show a b", "clients list --nothing",
            "clients prune --admin http://h:1", "clients prune --admin http://h:1 --service bss"})
    void aWrongCallEndsWithTwo(String line) {
        Called called = Called.with(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).isNotEmpty();
        assertThat(called.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hydra", "ftp://hydra", "http://u:secret@hydra", "http://hydra?x=1", "http://"})
    void whatIsNoAddressIsRefusedAndNotShown(String address) {
        Called called = Called.with("clients", "list", "--admin", address);

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("--admin").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help", "--version", "clients --help", "clients prune --help"})
    void helpEndsWithZero(String line) {
        Called called = Called.with(line.split(" "));

        assertThat(called.code()).isZero();
        assertThat(called.out()).isNotEmpty();
    }

    @Test
    void whoeverAsksHowToPruneIsToldToNameWhatIsInUse() {
        assertThat(Called.with("clients", "prune", "--service", "bss", "--admin", "http://h:1").err()).contains("--keep")
                .contains("--store");
    }
}
