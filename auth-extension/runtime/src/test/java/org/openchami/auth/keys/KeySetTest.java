package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonObject;

class KeySetTest {
    private static final JsonObject EC = Jwks.ec("ec");
    private static final JsonObject OTHER_EC = Jwks.ec("ec-2");
    private static final JsonObject RSA = Jwks.rsa("rsa", 2048);

    private static KeySet read(KeySet former, JsonObject... keys) {
        return Jwks.reader(true).read(Jwks.set(keys), Instant.EPOCH, former).set();
    }

    @Test
    void aKeyThatStaysIsTheSameObject() {
        KeySet before = read(KeySet.NONE, EC, RSA);
        KeySet after = read(before, OTHER_EC, RSA, EC);

        assertThat(after.find("ec").orElseThrow()).isSameAs(before.find("ec").orElseThrow());
        assertThat(after.find("rsa").orElseThrow()).isSameAs(before.find("rsa").orElseThrow());
    }

    @Test
    void anotherKeyUnderTheSameNameIsAnotherObject() {
        KeySet before = read(KeySet.NONE, EC);

        assertThat(read(before, Jwks.ec("ec")).find("ec").orElseThrow()).isNotSameAs(before.find("ec").orElseThrow());
    }

    @Test
    void theSameKeyForAnotherAlgorithmIsAnotherObject() {
        KeySet before = read(KeySet.NONE, RSA);

        assertThat(read(before, RSA.copy().put("alg", "PS256")).find("rsa").orElseThrow()).isNotSameAs(before.find("rsa").orElseThrow());
    }

    @Test
    void theOneKeyThatFitsIsFoundWithoutItsName() {
        KeySet set = read(KeySet.NONE, EC, RSA);

        assertThat(set.only("ES256")).isEqualTo(set.find("ec")).isPresent();
        assertThat(set.only("RS256")).isEqualTo(set.find("rsa")).isPresent();
        assertThat(set.only("PS256")).isEmpty();
    }

    @Test
    void ofSeveralKeysThatFitNoneIsChosen() {
        assertThat(read(KeySet.NONE, EC, OTHER_EC).only("ES256")).isEmpty();
        assertThat(read(KeySet.NONE, EC, Jwks.without(OTHER_EC, "kid")).only("ES256")).isEmpty();
    }

    @Test
    void withoutAKeyThatFitsNoneIsChosen() {
        assertThat(read(KeySet.NONE, EC).only("ES384")).isEmpty();
        assertThat(read(KeySet.NONE, EC).only("none")).isEmpty();
        assertThat(KeySet.NONE.only("ES256")).isEmpty();
    }

    @Test
    void aKeyWithoutANameIsFoundByNoName() {
        KeySet set = read(KeySet.NONE, Jwks.without(EC, "kid"));

        assertThat(set.only("ES256")).isPresent();
        assertThat(set.find("")).isEmpty();
        assertThat(set.kids()).isEmpty();
    }

    @Test
    void aSingleKeyOfAPublisherThatCantNameItGoesByAnyName() {
        KeySet set = read(KeySet.NONE, EC).withoutNames();

        assertThat(set.find("whatever")).isEqualTo(set.find("ec")).isPresent();
    }

    @Test
    void ofSeveralSuchKeysEachGoesByItsOwnName() {
        KeySet set = read(KeySet.NONE, EC, RSA).withoutNames();

        assertThat(set.find("whatever")).isEmpty();
        assertThat(set.find("ec")).isPresent();
    }
}
