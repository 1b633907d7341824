package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeySourceTest {
    private final KeyServer keys = new KeyServer(Duration.ofMillis(1));

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void theFirstOneToAskCausesTheFirstRead() {
        keys.publish("a");

        assertThat(keys.find("a")).isInstanceOfSatisfying(KeyLookup.Found.class, found -> assertThat(found.key().kid()).isEqualTo("a"));
    }

    @Test
    void aKnownKeyCausesNoRequest() {
        keys.hold("a");

        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
        }

        assertThat(keys.server.requests()).hasSize(1);
    }

    @Test
    void aKnownKeyIsThereAtOnce() {
        keys.hold("a");
        keys.server.hang();
        keys.source.find("unknown", "10.0.0.1").subscribe().with(lookup -> {});

        assertThat(keys.source.find("a", "10.0.0.1").subscribe().asCompletionStage()).isCompleted();
    }

    @Test
    void anUnknownKeyIsUnknownOnceTheAddressWasAsked() {
        keys.hold("a");

        assertThat(keys.find("b")).isInstanceOf(KeyLookup.Unknown.class);
        assertThat(keys.server.requests()).hasSize(2);
    }

    @Test
    void aNewKeyIsFoundWhenItIsFirstAskedFor() {
        keys.hold("a");
        keys.publish("a", "b");

        assertThat(keys.find("b")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void aKeyThatWasWithdrawnIsGoneAfterTheNextGoodAnswer() {
        keys.hold("a");
        keys.publish("b");
        keys.refresh();

        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Unknown.class);
        assertThat(keys.source.held().last().all()).hasSize(1);
    }

    @Test
    void aClockThatWasSetBackDoesNotPutOffTheNextRead() {
        keys.hold("a");
        keys.time.setWall(Duration.ofHours(-2));
        keys.publish("b");

        assertThat(keys.source.find("b", "10.0.0.1").subscribe().asCompletionStage()).succeedsWithin(Duration.ofSeconds(30))
                .isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void nothingIsUsableBeforeTheFirstGoodAnswer() {
        assertThat(keys.source.held().usable()).isFalse();

        keys.hold("a");

        assertThat(keys.source.held().usable()).isTrue();
    }
}
