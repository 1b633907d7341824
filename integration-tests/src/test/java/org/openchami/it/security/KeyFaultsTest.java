package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.Refused;
import org.openchami.it.security.KeyHost.Reply;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An address of keys that answers wrongly costs no valid token, and a key that is withdrawn is gone. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyFaultsTest {
    private static final String MOVING = "moving";

    private final SecurityWorld world;
    private final KeyHost host;
    private TokenForge key;

    KeyFaultsTest(SecurityWorld world) {
        this.world = world;
        this.host = world.issuers().host(MOVING);
    }

    @BeforeEach
    void oneGoodKey() {
        key = TokenForge.withNewEcKey();
        publish(key);
        assertThat(status(key)).isEqualTo(200);
    }

    @AfterEach
    void mended() {
        publish(key);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongContentKeepsTheLastGoodSet(Reply reply) {
        host.reply(reply);
        int before = host.asked();
        Answer unknown = world.get(token(TokenForge.withNewEcKey()));
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(host.asked()).isGreaterThan(before);
        assertThat(status(key)).isEqualTo(200);
    }

    @Test
    void aRedirectIsNotFollowed() {
        TokenForge attacker = TokenForge.withNewEcKey();
        try (KeyHost elsewhere = KeyHost.start().publish(Issuers.set(attacker))) {
            host.reply(new Reply(302, Map.of("Location", elsewhere.url().toString()), new byte[0]));
            assertThat(status(attacker)).isEqualTo(503);
            assertThat(elsewhere.asked()).isZero();
            assertThat(status(key)).isEqualTo(200);
        }
    }

    @Test
    void aNewKeyServesAtOnceWhenTheAddressIsBack() {
        host.reply(Reply.of(500, "text/plain", "down"));
        TokenForge next = TokenForge.withNewEcKey();
        assertThat(status(next)).isEqualTo(503);
        publish(key, next);
        assertThat(status(next)).isEqualTo(200);
    }

    @Test
    void publishThenUse() {
        TokenForge next = TokenForge.withNewEcKey();
        publish(key, next);
        assertThat(status(next)).isEqualTo(200);
        assertThat(status(key)).isEqualTo(200);
    }

    @Test
    void instantSwap() {
        TokenForge next = TokenForge.withNewEcKey();
        publish(next);
        assertThat(status(next)).isEqualTo(200);
        Refused.INVALID_TOKEN.is(world.get(token(key)));
        key = next;
    }

    @Test
    void aWithdrawnKeysCachedTokenStops() {
        String token = token(key);
        assertThat(world.get(token).status()).isEqualTo(200);
        assertThat(world.get(token).status()).isEqualTo(200);
        TokenForge next = TokenForge.withNewEcKey();
        publish(next);
        assertThat(status(next)).isEqualTo(200);
        Refused.INVALID_TOKEN.is(world.get(token));
        key = next;
    }

    @Test
    void aCachedTokenStopsWhenAnotherKeyTakesItsKeysName() {
        String token = token(key);
        assertThat(world.get(token).status()).isEqualTo(200);
        TokenForge other = TokenForge.withNewEcKey().claimingKid(key.kid());
        TokenForge next = TokenForge.withNewEcKey();
        publish(other, next);
        assertThat(status(next)).isEqualTo(200);
        Refused.INVALID_TOKEN.is(world.get(token));
        assertThat(status(other)).isEqualTo(200);
        key = next;
    }

    @Test
    void retryAfterIsObeyed() {
        host.reply(new Reply(429, Map.of("Retry-After", "2"), new byte[0]));
        assertThat(status(TokenForge.withNewEcKey())).isEqualTo(503);
        int asked = host.asked();
        Answer again = world.get(token(TokenForge.withNewEcKey()));
        assertThat(again.status()).isEqualTo(503);
        assertThat(again.header("Retry-After")).isIn("1", "2");
        assertThat(host.asked()).isEqualTo(asked);
        assertThat(status(key)).isEqualTo(200);
        key = TokenForge.withNewEcKey();
        publish(key);
        await().until(() -> status(key) == 200);
    }

    Stream<Arguments> wrong() {
        String json = "application/json";
        JsonArray oct = JsonArray.of(new JsonObject().put("kty", "oct").put("k", "c2VjcmV0").put("kid", "k"));
        String good = new JsonObject().put("keys", Issuers.set(TokenForge.withNewEcKey())).encode();
        return Stream.of(argumentSet("500", Reply.of(500, json, "{}")), argumentSet("404", Reply.of(404, "text/html", "<html>")),
                argumentSet("401", Reply.of(401, json, "{}")), argumentSet("500 with a good set", Reply.of(500, json, good)),
                argumentSet("204", Reply.of(204, json, "")),
                argumentSet("200 and HTML", Reply.of(200, "text/html", "<html>Sign in</html>")),
                argumentSet("200 and nothing", Reply.of(200, json, "")), argumentSet("empty object", Reply.of(200, json, "{}")),
                argumentSet("empty keys", Reply.of(200, json, "{\"keys\":[]}")),
                argumentSet("keys null", Reply.of(200, json, "{\"keys\":null}")),
                argumentSet("keys an object", Reply.of(200, json, "{\"keys\":{}}")),
                argumentSet("keys of junk", Reply.of(200, json, "{\"keys\":[1,null,\"a\",[]]}")),
                argumentSet("an array", Reply.of(200, json, "[]")),
                argumentSet("cut off", Reply.of(200, json, good.substring(0, good.length() / 2))),
                argumentSet("trailing data", Reply.of(200, json, good + "<!-- -->")),
                argumentSet("no usable key", Reply.of(200, json, "{\"keys\":" + oct + "}")),
                argumentSet("10 MB", Reply.of(200, json, "{\"pad\":\"" + "x".repeat(10_000_000) + "\"," + good.substring(1))),
                argumentSet("bytes that are no text",
                        new Reply(200, Map.of("Content-Type", json), "{\"keys\":\u00ff".getBytes(StandardCharsets.ISO_8859_1))));
    }

    private void publish(TokenForge... keys) {
        host.publish(Issuers.set(keys));
    }

    private static String token(TokenForge key) {
        return Issuers.token(MOVING, key).sign();
    }

    private int status(TokenForge key) {
        return world.get(token(key)).status();
    }
}
