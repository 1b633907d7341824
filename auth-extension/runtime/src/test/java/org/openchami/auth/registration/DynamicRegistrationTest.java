package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.RegistrationException.Kind;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

class DynamicRegistrationTest extends ScriptedAuthority {
    private final Settings settings = dynamic();
    private final Registrar dynamic = DynamicOf.settings(vertx, settings);
    private final StoredIdentity fresh = Identities.keyed("one", "bss");
    private final ClientMetadata metadata = Identities.metadata(settings, fresh);

    private Settings dynamic(String... pairs) {
        String[] all = new String[pairs.length + 2];
        all[0] = "openchami.auth.registration.kind";
        all[1] = "dynamic";
        System.arraycopy(pairs, 0, all, 2, pairs.length);
        return Identities.bss(server.uri("/oauth2/register").toString(), all);
    }

    private Kind refused(Uni<?> answer) {
        Throwable failure = catchThrowable(() -> get(answer));
        assertThat(failure).isInstanceOf(RegistrationException.class);
        return ((RegistrationException) failure).kind();
    }

    private JsonObject sent(int request) {
        return new JsonObject(server.requests().get(request).body());
    }

    @Test
    void theServerNamesUs() {
        server.answer(201, "{\"client_id\":\"made-up\",\"client_secret\":\"s\",\"registration_access_token\":\"rat\"}");

        Acknowledged acknowledged = get(dynamic.register(metadata, fresh));

        assertThat(acknowledged.clientId()).isEqualTo("made-up");
        assertThat(acknowledged.registrationAccessToken().map(Secret::reveal)).contains("rat");
        assertThat(acknowledged.secret()).as("a key proves us").isEmpty();
    }

    @Test
    void nothingIsSentThatOnlyAnAdministratorMaySet() {
        server.answer(201, "{\"client_id\":\"made-up\"}");

        get(dynamic.register(metadata, fresh));

        assertThat(sent(0).fieldNames()).containsExactlyInAnyOrder("client_name", "owner", "grant_types", "token_endpoint_auth_method",
                "token_endpoint_auth_signing_alg", "jwks", "scope", "audience");
    }

    @Test
    void whereARefreshTokenIsGivenItsGrantIsAskedFor() {
        Settings refreshing = dynamic("openchami.auth.client.refresh-token", "r");
        server.answer(201, "{\"client_id\":\"made-up\"}");

        get(DynamicOf.settings(vertx, refreshing).register(Identities.metadata(refreshing, fresh), fresh));

        assertThat(sent(0).getJsonArray("grant_types")).containsExactly("client_credentials", "refresh_token");
    }

    /** As Keycloak 26.7 says it. */
    @ParameterizedTest
    @ValueSource(strings = {"owner", "audience"})
    void whereAMemberOfHydrasIsRefusedItIsLeftOut(String member) {
        String refusal = new JsonObject().put("error", "Invalid json representation for OIDCClientRepresentation. Unrecognized field \""
                + member + "\" at line 1 column 31.").encode();
        server.script(request -> new JsonObject(request.body()).containsKey(member)
                ? Reply.of(400, refusal)
                : Reply.of(201, "{\"client_id\":\"made-up\",\"scope\":\"smd.read\"}"));

        Acknowledged acknowledged = get(dynamic.register(metadata, fresh));

        assertThat(acknowledged.withheld(metadata)).isEmpty();
        assertThat(sent(1).fieldNames()).doesNotContain("owner", "audience").contains("scope", "jwks");
    }

    @Test
    void aRefusalOfAnotherKindIsNotAnsweredByAnotherRequest() {
        server.answer(400, "{\"error\":\"invalid_client_metadata\",\"error_description\":\"audience not allowed\"}");

        assertThat(refused(dynamic.register(metadata, fresh))).isEqualTo(Kind.REFUSED);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aSecretComesWithItsEnd() {
        Settings basic = dynamic("openchami.auth.client.authentication", "client_secret_basic");
        server.answer(201, "{\"client_id\":\"made-up\",\"client_secret\":\"s\",\"client_secret_expires_at\":1800000000}");

        ClientSecret secret = get(DynamicOf.settings(vertx, basic).register(Identities.metadata(basic, fresh), fresh)).secret()
                .orElseThrow();

        assertThat(secret.value().reveal()).isEqualTo("s");
        assertThat(secret.expiresAt()).contains(Instant.ofEpochSecond(1_800_000_000));
        assertThat(sent(0).fieldNames()).doesNotContain("jwks", "client_secret", "token_endpoint_auth_signing_alg");
    }

    @Test
    void aSecretThatEndsAtZeroNeverEnds() {
        Settings basic = dynamic("openchami.auth.client.authentication", "client_secret_post");
        server.answer(201, "{\"client_id\":\"made-up\",\"client_secret\":\"s\",\"client_secret_expires_at\":0}");

        assertThat(
                get(DynamicOf.settings(vertx, basic).register(Identities.metadata(basic, fresh), fresh)).secret().orElseThrow().expiresAt())
                .isEmpty();
    }

    @Test
    void theInitialAccessTokenIsReadAnewForEachRegistration() {
        AtomicInteger uses = new AtomicInteger();
        Registrar registrar = DynamicOf.with(vertx, settings, () -> Optional.of(Secret.of("initial-" + uses.incrementAndGet())));
        server.answer(201, "{\"client_id\":\"made-up\"}");

        get(registrar.register(metadata, fresh));
        get(registrar.register(metadata, fresh));

        assertThat(server.authorizations()).containsExactly("Bearer initial-1", "Bearer initial-2");
    }

    @Test
    void aSpentInitialAccessTokenIsTheOperatorsMatter() {
        server.answer(401, "{\"error\":\"invalid_token\",\"error_description\":\"No remaining count on initial access token\"}");

        assertThat(catchThrowable(() -> get(dynamic.register(metadata, fresh)))).isInstanceOf(RegistrationException.class)
                .hasMessageContaining("initial-access-token-file").hasMessageContaining("one use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"client_id\":null}", "{\"client_id\":\"..\"}", "{\"client_id\":\"a b\"}",
            "{\"client_id\":7}"})
    void anAnswerWithoutAnIdThatCanBeUsedIsNone(String body) {
        server.answer(201, body);

        assertThat(catchThrowable(() -> get(dynamic.register(metadata, fresh)))).isInstanceOf(UnavailableException.class);
    }
}
