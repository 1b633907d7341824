package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.jose4j.base64url.Base64Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.refusal.Refused;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What is not three parts and an algorithm is refused before any key is looked for. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenShapeTest {
    private final SecurityWorld world;

    TokenShapeTest(SecurityWorld world) {
        this.world = world;
    }

    @Test
    void aGoodTokenOfEachKeyIsLetIn() {
        for (String token : List.of(world.world().token(), world.good(world.hydra()).sign(), world.good().sign(),
                world.good(world.ring().rsa()).sign(), world.good(world.ring().anyRsa()).sign())) {
            assertThat(world.get(token).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("unsigned")
    void algNone(String token) {
        refusedWithoutKeys(token);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void notThreeParts(String token) {
        refusedWithoutKeys(token);
    }

    @ParameterizedTest
    @MethodSource("serialisations")
    void jsonSerialisation(JsonObject jws) {
        refusedWithoutKeys(encoded(jws.encode()));
        Refused.INVALID_REQUEST.is(world.get(jws.encode()));
    }

    private void refusedWithoutKeys(String token) {
        int before = world.keys().asked();
        Refused.INVALID_TOKEN.is(world.get(token));
        assertThat(world.keys().asked()).isEqualTo(before);
    }

    Stream<Arguments> unsigned() {
        return Stream
                .of("\"none\"", "\"None\"", "\"nOnE\"", "\"NONE\"", "\"none \"", "\"\"", "null", "0", "[\"ES256\"]", "{}", "true", null)
                .flatMap(alg -> {
                    Draft good = strangers();
                    Draft draft = alg == null ? good.withoutHeader("alg") : good.header("alg", alg);
                    String[] parts = draft.sign().split("\\.");
                    String content = parts[0] + "." + parts[1];
                    String title = "alg " + (alg == null ? "absent" : alg);
                    return Stream.of(argumentSet(title + ", empty signature", content + "."), argumentSet(title + ", 2 parts", content),
                            argumentSet(title + ", signed as ES256", draft.sign()));
                });
    }

    Stream<Arguments> shapes() {
        String token = strangers().sign();
        String[] parts = token.split("\\.");
        String content = parts[0] + "." + parts[1];
        return Stream.of(argumentSet("1 part", parts[0]), argumentSet("2 parts", content), argumentSet("4 parts", token + "." + parts[2]),
                argumentSet("5 parts", token + "." + parts[2] + "." + parts[1]), argumentSet("6 parts", token + "." + token),
                argumentSet("trailing dot", token + "."), argumentSet("leading dot", "." + token), argumentSet("dots alone", ".."),
                argumentSet("one dot", "."), argumentSet("four dots", "...."), argumentSet("two dots between", content + ".." + parts[2]),
                argumentSet("empty signature", content + "."), argumentSet("empty claims", parts[0] + ".." + parts[2]),
                argumentSet("empty header", "." + parts[1] + "." + parts[2]), argumentSet("no dot", token.replace(".", "")),
                argumentSet("opaque token", "ory_at_" + parts[2]), argumentSet("many dots", ".".repeat(4000)));
    }

    Stream<Arguments> serialisations() {
        String[] parts = world.good().sign().split("\\.");
        JsonObject signature = new JsonObject().put("protected", parts[0]).put("signature", parts[2]);
        return Stream.of(argumentSet("flattened", signature.copy().put("payload", parts[1])),
                argumentSet("general", new JsonObject().put("payload", parts[1]).put("signatures", new JsonArray().add(signature))));
    }

    /** All as it should be, but of a key that nobody knows: to look for it would be a read of the key set. */
    private Draft strangers() {
        return world.good(world.ring().ec().claimingKid("nobody-knows-" + System.nanoTime()));
    }

    private static String encoded(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
