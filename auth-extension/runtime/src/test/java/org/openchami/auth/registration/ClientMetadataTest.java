package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.KeyAlgorithm;
import org.openchami.auth.credential.SigningKey;

class ClientMetadataTest {
    private static final String URL = "http://hydra:4445";

    private final SigningKey key = SigningKey.generate();

    private ClientMetadata with(String... pairs) {
        return ClientMetadata.of(Identities.bss(URL, pairs), List.of(key));
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
        assertThat(with("openchami.auth.client.authentication", "client_secret_basic").fingerprint()).isNotEqualTo(first);
    }

    @Test
    void byItselfItUsesClientCredentialsAlone() {
        assertThat(with().grants()).containsExactly("client_credentials");
    }

    @Test
    void aRefreshTokenThatIsGivenNeedsItsGrant() {
        ClientMetadata metadata = with("openchami.auth.client.refresh-token", "r");

        assertThat(metadata.grants()).containsExactly("client_credentials", "refresh_token");
        assertThat(metadata.fingerprint()).isNotEqualTo(with().fingerprint()).doesNotContain(" r ");
    }

    @Test
    void theFingerprintWithoutARefreshTokenIsThatOfEarlierVersions() {
        assertThat(with().fingerprint()).isEqualTo("bss smd.read smd PRIVATE_KEY_JWT ES256");
    }

    @Test
    void anotherAlgorithmIsAnotherRegistration() {
        Settings settings = Identities.bss(URL);

        assertThat(ClientMetadata.of(settings, List.of(SigningKey.generate(KeyAlgorithm.PS256))).fingerprint())
                .isNotEqualTo(with().fingerprint());
    }

    @Test
    void anotherKeyOfTheSameAlgorithmIsTheSameRegistration() {
        assertThat(ClientMetadata.of(Identities.bss(URL), List.of(SigningKey.generate())).fingerprint()).isEqualTo(with().fingerprint());
    }

    @Test
    void aClientWithASecretRegistersNoKey() {
        ClientMetadata metadata = with("openchami.auth.client.authentication", "client_secret_post");

        assertThat(metadata.keys()).isEmpty();
        assertThat(metadata.authentication()).isEqualTo(Authentication.CLIENT_SECRET_POST);
    }

    @Test
    void aServiceThatCallsNobodyAsksForNothing() {
        ClientMetadata metadata = ClientMetadata.of(Configured.with(), List.of(key));

        assertThat(metadata.scopes()).isEmpty();
        assertThat(metadata.audiences()).isEmpty();
    }
}
