package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.Configured;

class SubjectsTest {
    private final Subjects subjects = new Subjects(Configured.with("openchami.auth.clients.bss.scopes", "smd.read"));

    private boolean user(String subject) {
        return subjects.allow(new Principal.User("http://hydra", subject, "cli"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "bss2", "BSS", "xaver", "x1000", "nidhogg", "nodes",
            "user:bss"})
    void aPersonMayBeCalledThat(String subject) {
        assertThat(user(subject)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smd", "bss", "x1000c0s0b0n0", "X1000C0S0B0N0", "nid000001", "node:x1000c0s0b0n0", "svc:bss", "SVC:bss"})
    void nobodyMayBeCalledAsAServiceOrANode(String subject) {
        assertThat(user(subject)).isFalse();
    }

    @Test
    void aServiceIsCalledAsItIs() {
        assertThat(subjects.allow(new Principal.Service("http://hydra", "bss"))).isTrue();
    }
}
