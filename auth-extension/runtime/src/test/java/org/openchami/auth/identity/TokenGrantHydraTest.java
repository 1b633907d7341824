package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The same requests against Hydra itself, where it can be had. */
class TokenGrantHydraTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static Hydra hydra;
    private static GrantWorld world;

    @BeforeAll
    static void start() {
        hydra = Hydra.start();
        world = new GrantWorld(hydra.publicUrl(), Clock.systemUTC());
    }

    @AfterAll
    static void end() {
        world.close();
        hydra.close();
    }

    private static String client(JsonObject more) {
        String id = "client-" + UUID.randomUUID();
        Call.to(hydra.adminUrl(), "/admin/clients").json("POST",
                new JsonObject().put("client_id", id).put("grant_types", JsonArray.of("client_credentials"))
                        .put("scope", "smd.read smd.write").put("audience", JsonArray.of("smd")).mergeIn(more))
                .expect(201, "POST /admin/clients");
        return id;
    }

    private static String keyClient() {
        return client(new JsonObject().put("token_endpoint_auth_method", "private_key_jwt").put("token_endpoint_auth_signing_alg", "ES256")
                .put("jwks", new JsonObject().put("keys", JsonArray.of(KEY.publicJwk()))));
    }

    private static ClientProof assertion(String id, SigningKey key, Clock clock) {
        return ClientProof.assertion(key, id, hydra.publicUrl() + "/oauth2/token", clock);
    }

    private static TokenAnswer ask(ClientProof proof) {
        return world.ask(GrantWorld.request(world.smd(), proof));
    }

    @Test
    void aKeyGetsAToken() {
        assertThat(((Granted) ask(assertion(keyClient(), KEY, Clock.systemUTC()))).life()).isBetween(Duration.ofSeconds(290),
                Duration.ofSeconds(300));
    }

    @Test
    void aSecretInTheHeaderGetsAToken() {
        assertThat(ask(GrantWorld.basic(client(new JsonObject().put("client_secret", "s3cret-of-a-test")), "s3cret-of-a-test")))
                .isInstanceOf(Granted.class);
    }

    @Test
    void aSecretInTheFormGetsAToken() {
        String id = client(
                new JsonObject().put("client_secret", "s3cret+of%a&test").put("token_endpoint_auth_method", "client_secret_post"));

        assertThat(ask(new ClientProof(Map.of("client_id", id, "client_secret", "s3cret+of%a&test"), Optional.empty())))
                .isInstanceOf(Granted.class);
    }

    @Test
    void manyAtOnceAreProvenEachByItsOwn() {
        List<String> ids = List.of(keyClient(), keyClient(), keyClient());

        var answers = ids.stream().map(id -> world.grant.request(GrantWorld.request(world.smd(), assertion(id, KEY, Clock.systemUTC())))
                .subscribeAsCompletionStage()).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isInstanceOf(Granted.class));
    }

    @Test
    void aProofThatWasSpentIsRefused() {
        ClientProof proof = assertion(keyClient(), KEY, Clock.systemUTC());
        ask(proof);

        assertThat(((Refused) ask(proof)).error().error()).isEqualTo("jti_known");
    }

    @Test
    void aClientThatIsNotThereIsRefused() {
        assertThat(ask(assertion("nobody", KEY, Clock.systemUTC()))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.error().error()).isEqualTo("invalid_client");
        });
    }

    @Test
    void anotherKeyIsRefusedByItsId() {
        assertThat(ask(assertion(keyClient(), SigningKey.generate(), Clock.systemUTC()))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.error().description()).contains("kid"));
    }

    @Test
    void aScopeThatWasTakenAwayIsRefused() {
        String id = client(new JsonObject().put("client_secret", "s3cret-of-a-test").put("scope", "smd.read"));

        assertThat(((Refused) ask(GrantWorld.basic(id, "s3cret-of-a-test"))).error().error()).isEqualTo("invalid_scope");
    }

    @Test
    void anAssertionThatEndedIsBlamedOnTheClockOnlyIfTheClocksDiffer() {
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));

        assertThat(((Unreachable) ask(assertion(keyClient(), KEY, past))).why()).contains("HTTP 500").doesNotContain("0217");
    }

    @Test
    void aClockThatIsBehindIsNamed() {
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        try (GrantWorld behind = new GrantWorld(hydra.publicUrl(), past)) {
            assertThat(((Unreachable) behind.ask(GrantWorld.request(behind.smd(), assertion(keyClient(), KEY, past)))).why())
                    .contains("OCAUTH-0217 its clock is ").contains("ahead of ours");
        }
    }

    @Test
    void aClockThatIsAnHourAheadFalsifiesNoLife() {
        Clock future = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        try (GrantWorld ahead = new GrantWorld(hydra.publicUrl(), future)) {
            assertThat(((Granted) ahead.ask(GrantWorld.request(ahead.smd(), assertion(keyClient(), KEY, future)))).life())
                    .isBetween(Duration.ofSeconds(290), Duration.ofSeconds(300));
        }
    }
}
