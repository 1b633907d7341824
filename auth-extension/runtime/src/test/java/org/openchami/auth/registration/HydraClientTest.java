package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar.Change;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class HydraClientTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Settings settings = Identities.bss("http://hydra:4445");
    private final StoredIdentity identity = Identities.keyed("one", "bss");
    private final ClientMetadata metadata = Identities.metadata(settings, identity);
    private final ClientMetadata refreshing = Identities.metadata(
            Identities.bss("http://hydra:4445", "openchami.auth.client.refresh-token", "r"), identity);

    private JsonObject created() {
        return HydraClient.create(metadata, identity, "bss", NOW);
    }

    private JsonObject changed(JsonObject there, Change change) {
        return new HydraClient(there).changed(metadata, identity, "bss", change, NOW.plusSeconds(60));
    }

    /** As Hydra shows it: with all that nobody asked for. */
    private JsonObject shown() {
        return created().put("client_secret_expires_at", 0).put("created_at", "x").put("updated_at", "y").put("tos_uri", "")
                .put("redirect_uris", new JsonArray()).put("response_types", new JsonArray().add("token")).putNull("skip_logout_consent")
                .put("subject_type", "public").put("registration_access_token", "r").put("registration_client_uri", "u")
                .put("client_credentials_grant_access_token_lifespan", "10m").put("client_secret", "s");
    }

    @Test
    void itNamesWhatWeNeedAndNoMore() {
        JsonObject json = created();

        assertThat(json.fieldNames()).containsExactlyInAnyOrder("client_id", "client_name", "owner", "grant_types",
                "token_endpoint_auth_method", "token_endpoint_auth_signing_alg", "jwks", "scope", "audience", "metadata");
        assertThat(json.getString("token_endpoint_auth_method")).isEqualTo("private_key_jwt");
        assertThat(json.getString("token_endpoint_auth_signing_alg")).isEqualTo("ES256");
        assertThat(json.getJsonArray("grant_types")).containsExactly("client_credentials");
        assertThat(json.getString("scope")).isEqualTo("smd.read");
        assertThat(json.getJsonArray("audience")).containsExactly("smd");
        assertThat(json.getString("owner")).isEqualTo("openchami-auth/bss");
    }

    @Test
    void itsMetadataSaysWhoseItIs() {
        assertThat(created().getJsonObject("metadata")).isEqualTo(new JsonObject().put("openchami", new JsonObject()
                .put("service", "bss").put("instance", "one").put("created", NOW.toString())
                .put("instances", new JsonObject().put("one", new JsonArray().add(identity.keys().current().kid())))));
    }

    @Test
    void itHoldsNoPrivateMember() {
        assertThat(created().getJsonObject("jwks").getJsonArray("keys").getJsonObject(0).fieldNames()).doesNotContain("d").contains("x",
                "y",
                "kid");
    }

    @Test
    void aChangeSendsNothingThatHydraDoesNotTakeBack() {
        assertThat(changed(shown(), Change.REPAIR).fieldNames()).doesNotContain("client_secret_expires_at", "created_at", "updated_at",
                "redirect_uris", "response_types", "registration_access_token", "registration_client_uri", "client_secret",
                "skip_logout_consent", "tos_uri");
    }

    @Test
    void aChangeKeepsWhatAnAdministratorSet() {
        JsonObject there = shown().put("owner", "ops").put("client_name", "Boot scripts").put("contacts", new JsonArray().add("a@b"));
        there.getJsonObject("metadata").put("site", "x");

        JsonObject next = changed(there, Change.REPAIR);

        assertThat(next.getString("owner")).isEqualTo("ops");
        assertThat(next.getString("client_name")).isEqualTo("Boot scripts");
        assertThat(next.getJsonArray("contacts")).containsExactly("a@b");
        assertThat(next.getString("client_credentials_grant_access_token_lifespan")).isEqualTo("10m");
        assertThat(next.getJsonObject("metadata").getString("site")).isEqualTo("x");
        assertThat(next.getJsonObject("metadata").getJsonObject("openchami").getString("created")).isEqualTo(NOW.toString());
    }

    @Test
    void aRepairAddsToTheScopesAndAudiences() {
        JsonObject next = changed(shown().put("scope", "other.read").put("audience", new JsonArray().add("other")), Change.REPAIR);

        assertThat(next.getString("scope")).isEqualTo("other.read smd.read");
        assertThat(next.getJsonArray("audience")).containsExactly("other", "smd");
    }

    @Test
    void aChangeOfOurConfigurationMakesThemExactlyOurs() {
        JsonObject next = changed(shown().put("scope", "other.read").put("audience", new JsonArray().add("other")), Change.CONFIGURATION);

        assertThat(next.getString("scope")).isEqualTo("smd.read");
        assertThat(next.getJsonArray("audience")).containsExactly("smd");
    }

    @Test
    void aChangeOfOurConfigurationTakesAGrantAwayThatWeDoNotUse() {
        JsonObject next = changed(loggedInWith(shown()), Change.CONFIGURATION);

        assertThat(next.getJsonArray("grant_types")).containsExactly("client_credentials");
    }

    @Test
    void whereRefreshTokensAreGivenTheirGrantIsAskedFor() {
        assertThat(HydraClient.create(refreshing, identity, "bss", NOW).getJsonArray("grant_types")).containsExactly("client_credentials",
                "refresh_token");
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whereRefreshTokensAreGivenWhatTheOperatorLogsInWithStays(Change change) {
        JsonObject next = new HydraClient(loggedInWith(shown())).changed(refreshing, identity, "bss", change, NOW);

        assertThat(next.getJsonArray("grant_types")).containsExactly("authorization_code", "client_credentials", "refresh_token");
        assertThat(next.getString("scope")).isEqualTo("offline_access smd.read");
        assertThat(next.getJsonArray("redirect_uris")).containsExactly("https://ops/back");
        assertThat(next.getJsonArray("response_types")).containsExactly("code");
    }

    @Test
    void aClientWithoutTheGrantThatIsNeededIsNotAsItShouldBe() {
        assertThat(new HydraClient(created()).holds(metadata, identity)).isTrue();
        assertThat(new HydraClient(created()).holds(refreshing, identity)).isFalse();
    }

    /** As an operator makes it, who gets refresh tokens for us with it. */
    private static JsonObject loggedInWith(JsonObject client) {
        return client.put("grant_types", new JsonArray().add("client_credentials").add("authorization_code"))
                .put("redirect_uris", new JsonArray().add("https://ops/back")).put("response_types", new JsonArray().add("code"))
                .put("scope", "smd.read offline_access");
    }

    @Test
    void anInlineKeyReplacesAnAddressOfKeys() {
        JsonObject next = changed(shown().put("jwks", new JsonObject()).put("jwks_uri", "http://x/keys"), Change.REPAIR);

        assertThat(next.fieldNames()).contains("jwks").doesNotContain("jwks_uri");
    }

    @Test
    void aSecretIsSentWithTheMarkOfWhoSetIt() {
        Settings basic = Identities.bss("http://hydra:4445", "openchami.auth.client.authentication", "client_secret_basic");
        StoredIdentity secret = Identities.secret("one", "bss", "a-secret-of-ours");

        JsonObject json = HydraClient.create(Identities.metadata(basic, secret), secret, "bss", NOW);

        assertThat(json.getString("client_secret")).isEqualTo("a-secret-of-ours");
        assertThat(json.getString("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
        assertThat(json.fieldNames()).doesNotContain("jwks", "token_endpoint_auth_signing_alg");
        assertThat(new HydraClient(json).secretBy()).contains("one");
    }

    @Test
    void aClientThatTurnsToKeysHasNoMarkOfASecret() {
        JsonObject there = shown();
        there.getJsonObject("metadata").getJsonObject("openchami").put("secret_by", "one");

        assertThat(new HydraClient(changed(there, Change.CONFIGURATION)).secretBy()).isEmpty();
    }
}
