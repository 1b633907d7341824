package org.openchami.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.fault.HttpWire;
import org.openchami.auth.testing.fault.HttpWire.Exchange;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.process.Folder;
import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.NodeCall;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.RunningService;
import org.openchami.it.world.SharedWorld;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An operator has registered bss, or gets its tokens for it: bss registers and changes nothing, and calls smd with what it was given. */
@ExtendWith(SharedWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GivenIdentityTest {
    private static final String GIVEN = "openchami.auth.registration.kind";
    private static final String SCOPE = "smd.read";
    private static final String AUDIENCE = "smd";
    private final FaultWorld world;
    private final RunningService bss;
    private final Path folder;
    private Instant begin;

    GivenIdentityTest(FaultWorld world) {
        this.world = world;
        this.bss = world.bss();
        this.folder = bss.folder().resolve("given");
    }

    @BeforeEach
    void takeItsOwnIdentityAway() {
        bss.stop();
        bss.loseState();
        world.hydra().clientIds().stream().filter("bss"::equals).forEach(world.hydra()::deleteClient);
    }

    @AfterAll
    void beginAnew() {
        world.beginAnew(Map.of());
    }

    @Test
    void aKeyInAFileProvesAClientThatAnOperatorRegistered() {
        OperatorKey key = OperatorKey.make();
        register(new JsonObject().put("token_endpoint_auth_method", "private_key_jwt").put("token_endpoint_auth_signing_alg", "ES256")
                .put("jwks", key.jwks()));
        start(Map.of(GIVEN, "given", "openchami.auth.client.key-file", written("key.pem", key.pem()).toString()));

        assertBootsANode();
        assertThat(asked(world.bssAtAdmin())).isEmpty();
        assertThat(asked(world.bssAtPublic())).contains("POST /oauth2/token 200").noneMatch(one -> one.contains("register"));
        assertThat(published()).isEqualTo(kid(key.jwks()));
    }

    @Test
    void anIdAndASecretInAFileProveAClientThatAnOperatorRegistered() {
        register(new JsonObject().put("token_endpoint_auth_method", "client_secret_basic").put("client_secret", "secret:of an operator+%"));
        start(Map.of(GIVEN, "given", "openchami.auth.client.id", "bss", "openchami.auth.client.authentication", "client_secret_basic",
                "openchami.auth.client.secret-file", written("secret", "secret:of an operator+%\n").toString()));

        assertBootsANode();
        assertThat(asked(world.bssAtAdmin())).isEmpty();
        assertThat(asked(world.bssAtPublic())).contains("POST /oauth2/token 200").noneMatch(one -> one.contains("register"));
    }

    @Test
    void anAccessTokenInAFileIsUsedAndAnnouncedUntilAnotherIsProjected() throws IOException {
        PlayedService operator = PlayedService.withNewKey("bss");
        operator.register(world.hydra(), SCOPE, AUDIENCE);
        String first = operator.token(world.hydra(), SCOPE, AUDIENCE);
        ProjectedFile file = new ProjectedFile(folder.resolve("volume"), "access-token", first);
        start(Map.of("openchami.auth.client.access-token-file", file.path().toString()));

        assertBootsANode();
        assertThat(world.smd().sawLast(first)).isTrue();
        assertThat(endOfToken()).contains(end(first));
        assertThat(Files.readString(bss.log())).contains("OCAUTH-0214 The access token that we were given ends at " + end(first));

        String second = await("a token that lives longer").until(() -> operator.token(world.hydra(), SCOPE, AUDIENCE),
                token -> end(token).isAfter(end(first)));
        file.project(second);
        await("the other token").atMost(Duration.ofSeconds(30)).until(() -> endOfToken().equals(Optional.of(end(second))));
        assertBootsANode();
        assertThat(world.smd().sawLast(second)).isTrue();
        assertThat(asked(world.bssAtAdmin())).isEmpty();
        assertThat(asked(world.bssAtPublic())).allMatch(one -> one.startsWith("GET "));
        assertThat(Files.readString(bss.log())).doesNotContain(first, second);
    }

    private void register(JsonObject client) {
        client.put("client_id", "bss").put("grant_types", JsonArray.of("client_credentials")).put("scope", SCOPE)
                .put("audience", JsonArray.of(AUDIENCE));
        Call.to(world.hydra().adminUrl(), "/admin/clients").json("POST", client).expect(201, "POST /admin/clients");
    }

    private Path written(String name, String content) {
        return Folder.of(Optional.of(folder), "").write(name, content);
    }

    private void start(Map<String, String> settings) {
        begin = Instant.now();
        bss.configure(settings);
        bss.start();
        bss.awaitReady();
    }

    /** For which smd must take its token, and the context that its key has signed. */
    private void assertBootsANode() {
        assertThat(NodeCall.withToken(world.world(), 1).status()).isEqualTo(200);
    }

    private List<String> asked(HttpWire wire) {
        return wire.exchanges().stream().filter(one -> one.sent().isAfter(begin)).map(GivenIdentityTest::text).toList();
    }

    private static String text(Exchange one) {
        return one.method() + " " + one.path() + " " + one.status();
    }

    /** The key that signs bss's call contexts. */
    private String published() {
        return kid(Call.to(bss.url(), "/q/auth/jwks.json").get().expect(200, "GET /q/auth/jwks.json").json());
    }

    private static String kid(JsonObject jwks) {
        return jwks.getJsonArray("keys").getJsonObject(0).getString("kid");
    }

    /** As bss's health says. */
    private Optional<Instant> endOfToken() {
        return Call.to(bss.url(), "/q/health/ready").get().json().getJsonArray("checks").stream()
                .map(check -> ((JsonObject) check).getJsonObject("data", new JsonObject()).getString("expires_at"))
                .filter(end -> end != null).map(Instant::parse).findFirst();
    }

    private static Instant end(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return Instant.ofEpochSecond(new JsonObject(Buffer.buffer(claims)).getLong("exp"));
    }
}
