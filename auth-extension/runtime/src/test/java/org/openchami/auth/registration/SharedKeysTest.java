package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.credential.SigningKey;

import io.vertx.core.json.JsonObject;

class SharedKeysTest {
    private final SigningKey ours = SigningKey.generate();
    private final SigningKey theirs = SigningKey.generate();

    private static SharedKeys read(String client) {
        return SharedKeys.of(new JsonObject(client), new JsonObject());
    }

    @Test
    void eachInstanceKeepsItsKey() {
        SharedKeys both = read("{}").with("one", List.of(ours)).with("two", List.of(theirs));

        assertThat(both.keys()).containsOnlyKeys(ours.kid(), theirs.kid());
        assertThat(both.instances()).isEqualTo(new JsonObject("{\"two\":[\"" + theirs.kid() + "\"],\"one\":[\"" + ours.kid() + "\"]}"));
    }

    @Test
    void aKeyOfOursThatIsRetiredGoes() {
        SigningKey next = SigningKey.generate();

        SharedKeys rotated = read("{}").with("two", List.of(theirs)).with("one", List.of(ours, next)).with("one", List.of(next));

        assertThat(rotated.keys()).containsOnlyKeys(next.kid(), theirs.kid());
    }

    @Test
    void aKeyThatNobodyOwnsStays() {
        assertThat(read("{\"jwks\":{\"keys\":[{\"kid\":\"admin\"}]}}").with("one", List.of(ours)).keys()).containsOnlyKeys(ours.kid(),
                "admin");
    }

    @Test
    void beyondTwentyTheOldestOfOthersGo() {
        SharedKeys many = read("{}");
        for (SigningKey key : IntStream.range(0, 20).mapToObj(n -> SigningKey.generate()).toList()) {
            many = many.with("instance of " + key.kid(), List.of(key));
        }
        String oldest = List.copyOf(many.keys().keySet()).get(19);

        SharedKeys full = many.with("one", List.of(ours));

        assertThat(full.keys()).hasSize(20).containsKey(ours.kid()).doesNotContainKey(oldest);
        assertThat(full.owners()).hasSize(20).doesNotContainKey("instance of " + oldest);
    }

    @Test
    void aPrivateMemberThatSomebodyPutThereIsNotSentAgain() {
        SharedKeys keys = read("{\"jwks\":{\"keys\":[{\"kid\":\"admin\",\"kty\":\"EC\",\"d\":\"secret\"}]}}").with("one", List.of(ours));

        assertThat(keys.jwks().encode()).contains("admin").doesNotContain("secret").doesNotContain("\"d\"");
    }

    @Test
    void aClientIsSharedIfSomebodyElseHasAKeyOnIt() {
        SharedKeys alone = read("{}").with("one", List.of(ours));

        assertThat(alone.sharedBeyond("one")).isFalse();
        assertThat(alone.with("two", List.of(theirs)).sharedBeyond("one")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"jwks\":null}", "{\"jwks\":{}}", "{\"jwks\":{\"keys\":{}}}",
            "{\"jwks\":{\"keys\":[1,{},{\"kid\":7}]}}",
            "{\"jwks\":\"x\"}"})
    void whatIsNoKeySetHoldsNoKey(String client) {
        assertThat(read(client).keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"instances\":null}", "{\"instances\":[]}", "{\"instances\":{\"one\":null,\"two\":7}}"})
    void whatSomebodyMadeOfOurMetadataHarmsNothing(String openchami) {
        SharedKeys keys = SharedKeys.of(new JsonObject(), new JsonObject(openchami)).with("one", List.of(ours));

        assertThat(keys.owners()).containsOnlyKeys("one");
    }
}
