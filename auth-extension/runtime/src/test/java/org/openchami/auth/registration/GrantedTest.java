package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.json.JsonObject;

class GrantedTest {
    private final ClientMetadata asked = Identities.metadata(
            Identities.bss("http://h:1", "openchami.auth.peers.smd.scopes", "smd.read,smd.write"), Identities.keyed("one", "bss"));

    private Acknowledged granted(String answer) {
        return Granted.of(new JsonObject(answer), asked, "bss", Optional.empty(), Optional.empty());
    }

    @Test
    void itIsWhatTheAuthoritySays() {
        Acknowledged granted = granted("{\"scope\":\"smd.read  other\",\"audience\":[\"smd\"]}");

        assertThat(granted.scopes()).containsExactlyInAnyOrder("smd.read", "other");
        assertThat(granted.audiences()).containsExactly("smd");
        assertThat(granted.withheld(asked)).containsExactly("smd.write");
    }

    @Test
    void aListOfScopesIsReadToo() {
        assertThat(granted("{\"scope\":[\"smd.read\",\"smd.write\"]}").withheld(asked)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"scope\":\"\",\"audience\":[]}", "{\"scope\":null,\"audience\":null}", "{\"scope\":7,\"audience\":{}}"})
    void nothingIsGrantedWhereItSaysSo(String answer) {
        assertThat(granted(answer).withheld(asked)).containsExactly("smd.read", "smd.write", "smd");
    }

    @Test
    void whatItDoesNotMentionIsAsAsked() {
        assertThat(granted("{}").withheld(asked)).isEmpty();
    }
}
