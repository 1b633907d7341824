package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.SigningKey;

import io.vertx.core.json.JsonObject;

class ClientMetadataTest {
    private final SigningKey key = SigningKey.generate();

    private ClientMetadata with(String... pairs) {
        String[] all = {"quarkus.application.name", "bss", "openchami.auth.registration.url", "http://hydra:4445",
                "openchami.auth.peers.smd.url", "http://smd:27779"};
        String[] both = Stream.of(all, pairs).flatMap(Arrays::stream).toArray(String[]::new);
        Settings settings = Configured.with(both);
        return ClientMetadata.of(settings, key);
    }

    @Test
    void scopesAndAudiencesAreThoseOfAllPeers() {
        ClientMetadata metadata = with("openchami.auth.peers.other.url", "http://other", "openchami.auth.peers.other.scopes", "b,a");

        assertThat(metadata.scopes()).containsExactly("a", "b", "smd.read");
        assertThat(metadata.audiences()).containsExactly("other", "smd");
    }

    @Test
    void theSameRegistrationHasTheSameFingerprint() {
        assertThat(with("openchami.auth.peers.smd.scopes", "a,b").fingerprint())
                .isEqualTo(with("openchami.auth.peers.smd.scopes", "b,a").fingerprint());
    }

    @Test
    void aRegistrationThatDiffersHasAnotherFingerprint() {
        String first = with().fingerprint();

        assertThat(with("openchami.auth.peers.smd.scopes", "smd.write").fingerprint()).isNotEqualTo(first);
        assertThat(with("openchami.auth.peers.smd.audience", "x").fingerprint()).isNotEqualTo(first);
        assertThat(with("quarkus.application.name", "css").fingerprint()).isNotEqualTo(first);
        assertThat(new ClientMetadata("bss", with().scopes(), with().audiences(), SigningKey.generate()).fingerprint()).isNotEqualTo(first);
    }

    @Test
    void theRegistrationNamesWhatWeNeedAndNoMore() {
        JsonObject json = with().toJson();

        assertThat(json.fieldNames()).containsExactlyInAnyOrder("client_id", "client_name", "grant_types", "token_endpoint_auth_method",
                "token_endpoint_auth_signing_alg", "jwks", "scope", "audience");
        assertThat(json.getString("token_endpoint_auth_method")).isEqualTo("private_key_jwt");
        assertThat(json.getString("token_endpoint_auth_signing_alg")).isEqualTo("ES256");
        assertThat(json.getJsonArray("grant_types")).containsExactly("client_credentials");
        assertThat(json.getString("scope")).isEqualTo("smd.read");
        assertThat(json.getJsonArray("audience")).containsExactly("smd");
    }

    @Test
    void theRegistrationHoldsNoPrivateMember() {
        JsonObject jwk = with().toJson().getJsonObject("jwks").getJsonArray("keys").getJsonObject(0);

        assertThat(jwk.fieldNames()).doesNotContain("d").contains("x", "y", "kid");
        assertThat(with().toString()).doesNotContain("\"d\"");
    }
}
