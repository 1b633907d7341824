package org.openchami.auth.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class IssuersTest {
    private static final String KEYCLOAK = "openchami.auth.issuers.keycloak.";
    private static final String ISS = KEYCLOAK + "issuer";
    private static final String ADDRESS = KEYCLOAK + "keys-url";

    private static String refusal(String... pairs) {
        ConfigurationException stopped = catchThrowableOfType(ConfigurationException.class, () -> Configured.with(pairs));
        assertThat(stopped).as("nothing stopped the start").isNotNull();
        return stopped.getMessage();
    }

    @Test
    void theAuthorityIsTheFirstIssuerWithDefaultsForAll() {
        Issuer main = Configured.with().issuers().get(0);

        assertThat(main).isEqualTo(new Issuer("authority", "http://hydra.test:4444",
                new KeyOrigin.At(URI.create("http://hydra.test:4444/.well-known/jwks.json")), Set.of("RS256", "PS256", "ES256"),
                Set.of("smd", "openchami"), Profile.HYDRA, main.claims(), main.notBefore(), main.notBeforeFile(), Duration.ofHours(24),
                false));
        assertThat(main.notBefore()).isEmpty();
        assertThat(main.claims().subject()).isEqualTo("sub");
    }

    @Test
    void theAuthoritysOwnEntrySaysTheRest() {
        Issuer main = Configured.with("openchami.auth.issuers.authority.not-before", "2026-11-23T08:00:00Z",
                "openchami.auth.issuers.authority.profile", "rfc9068").issuers().get(0);

        assertThat(main.notBefore()).contains(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(main.profile()).isEqualTo(Profile.RFC9068);
        assertThat(main.keys()).isEqualTo(new KeyOrigin.At(URI.create("http://hydra.test:4444/.well-known/jwks.json")));
    }

    @Test
    void theAuthoritysKeySetIsWhereItsOwnEntrySays() {
        assertThat(Configured.with("openchami.auth.issuers.authority.keys-url", "http://inner:8080/certs").keys().url())
                .hasToString("http://inner:8080/certs");
    }

    @Test
    void anotherIssuerIsTrustedBesideTheAuthority() {
        Issuer keycloak = Configured
                .with(ISS, "https://sso/realms/hpc", ADDRESS, "http://keycloak:8080/certs", KEYCLOAK + "profile", "keycloak",
                        KEYCLOAK + "audiences", "smd-api")
                .issuers().get(1);

        assertThat(keycloak.name()).isEqualTo("keycloak");
        assertThat(keycloak.iss()).isEqualTo("https://sso/realms/hpc");
        assertThat(keycloak.keys()).isEqualTo(new KeyOrigin.At(URI.create("http://keycloak:8080/certs")));
        assertThat(keycloak.profile()).isEqualTo(Profile.KEYCLOAK);
        assertThat(keycloak.audiences()).containsExactly("smd-api");
    }

    @Test
    void aQueryIsPartOfAKeySetsAddress() {
        assertThat(Configured.with(ISS, "x", ADDRESS, "https://sso/keys?p=policy").issuers().get(1).keys())
                .isEqualTo(new KeyOrigin.At(URI.create("https://sso/keys?p=policy")));
    }

    @Test
    void itsKeysMayBeInAFile() {
        assertThat(Configured.with(ISS, "x", KEYCLOAK + "key-file", "/etc/keys.json").issuers().get(1).keys())
                .isEqualTo(new KeyOrigin.InFile(Path.of("/etc/keys.json")));
    }

    @Test
    void itsKeysMayBeDiscovered() {
        assertThat(Configured.with(ISS, "x", KEYCLOAK + "discovery", "https://sso/").issuers().get(1).keys())
                .isEqualTo(new KeyOrigin.Discovered(URI.create("https://sso")));
    }

    @Test
    void anIssuerNeedsItsName() {
        assertThat(refusal(ADDRESS, "http://k/certs")).contains(ISS + ": it is missing. Write the iss of its tokens, to the letter");
    }

    @Test
    void anIssuerNeedsItsKeys() {
        assertThat(refusal(ISS, "x"))
                .contains("issuers.keycloak: nothing says where its keys are. Set one of keys-url, discovery and key-file");
    }

    @Test
    void severalPlacesOfKeysAreRefused() {
        assertThat(refusal(ISS, "x", ADDRESS, "http://k/certs", KEYCLOAK + "key-file", "f"))
                .contains("several things say where its keys are");
    }

    @Test
    void twoIssuersOfOneNameAreRefusedBecauseTheirKeysWouldCross() {
        assertThat(refusal(ISS, "http://hydra.test:4444", ADDRESS, "http://k/certs")).contains(ISS + ": another issuer has the same");
    }

    @Test
    void theAuthoritysNameIsSaidInOnePlace() {
        assertThat(refusal("openchami.auth.issuers.authority.issuer", "x")).contains("Set openchami.auth.issuer instead");
    }

    @ParameterizedTest
    @CsvSource({"algorithms,HS256", "algorithms,none", "not-before,yesterday", "max-lifetime,0s", "claims.service,service"})
    void whatCantBeIsRefused(String key, String value) {
        assertThat(refusal(ISS, "x", ADDRESS, "http://k/certs", KEYCLOAK + key, value)).contains(KEYCLOAK + key + ": ");
    }

    @Test
    void aMarkOfServicesNeedsTheirId() {
        assertThat(refusal(ISS, "x", ADDRESS, "http://k/certs", KEYCLOAK + "claims.service", "kind=service"))
                .contains(KEYCLOAK + "claims.client-id: it is missing");
    }
}
