package org.openchami.auth.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class SettingsRefusalTest {
    private static final String AUTHORITY = "openchami.auth.authority";
    private static final String PEER = "openchami.auth.peers.smd.url";
    private static final String ADMIN = "openchami.auth.registration.url";

    private static String refusal(String... pairs) {
        ConfigurationException stopped = catchThrowableOfType(ConfigurationException.class, () -> Configured.with(pairs));
        assertThat(stopped).as("nothing stopped the start").isNotNull();
        return stopped.getMessage();
    }

    @Test
    void aMissingAuthorityIsNamedWithItsCure() {
        ConfigurationException stopped = catchThrowableOfType(ConfigurationException.class,
                () -> Configured.exactly("quarkus.application.name", "smd"));

        assertThat(stopped).hasMessage("OCAUTH-0001 The configuration is wrong:\n  "
                + "openchami.auth.authority: it is missing. Set it, for example openchami.auth.authority=http://hydra:4444");
    }

    @Test
    void aMissingNameIsNamedWithItsCure() {
        ConfigurationException stopped = catchThrowableOfType(ConfigurationException.class,
                () -> Configured.exactly(AUTHORITY, "http://h"));

        assertThat(stopped).hasMessageContaining("quarkus.application.name: '' can't be a client id. Use letters, digits and ._@:- only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b", "ü", "a?b"})
    void aNameThatCantBeAClientIdIsRefused(String name) {
        assertThat(refusal("quarkus.application.name", name)).contains("quarkus.application.name: '" + name + "' can't be a client id");
    }

    @ParameterizedTest
    @CsvSource({"ftp://hydra:4444,is not an http or https address with a host", "hydra:4444,is not an http or https address with a host",
            "http:///path,is not an http or https address with a host", "http://hy dra,is not an address", "http://,is not an address",
            "http://u:p@hydra,has a user or a fragment", "http://hydra?x=1,has a query",
            "http://hydra#x,has a user or a fragment"})
    void anAuthorityThatIsNoBaseAddressIsRefusedWithAnExample(String value, String fault) {
        assertThat(refusal(AUTHORITY, value)).contains(AUTHORITY + ": ", fault, "for example openchami.auth.authority=http://hydra:4444");
    }

    @Test
    void aPortThatNoServerCanHaveIsRefused() {
        assertThat(refusal(AUTHORITY, "http://hydra:99999")).contains(AUTHORITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:pa55@hydra", "ftp://user:pa55@hydra", "http://user:pa55@hy dra", "http://user:pa55@hydra:x"})
    void aPasswordInAnAddressIsNotRepeated(String address) {
        assertThat(refusal(AUTHORITY, address)).contains(AUTHORITY).doesNotContain("pa55");
    }

    @Test
    void aPeerWithoutAnAddressIsRefused() {
        assertThat(refusal(ADMIN, "http://hydra:4445", "openchami.auth.peers.smd.audience", "smd"))
                .contains(PEER + ": it is missing. Set it, for example " + PEER + "=http://smd:27779");
    }

    @Test
    void aPeersAddressIsAnOriginWithoutAPath() {
        assertThat(refusal(ADMIN, "http://hydra:4445", PEER, "http://smd:27779/hsm/v2"))
                .contains(PEER + ": 'http://smd:27779/hsm/v2' has a path. Give the origin alone");
    }

    @Test
    void twoPeersAtOneOriginAreRefusedBecauseNobodyCouldTellThemApart() {
        assertThat(refusal(ADMIN, "http://hydra:4445", PEER, "http://smd:80", "openchami.auth.peers.other.url", "http://SMD"))
                .contains("openchami.auth.peers.");
    }

    @Test
    void aServiceWithPeersNeedsTheRegistrationAddress() {
        assertThat(refusal(PEER, "http://smd:27779"))
                .contains(ADMIN + ": it is missing. Set it, for example " + ADMIN + "=http://hydra:4445");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "121s"})
    void aSkewOutsideOfTwoMinutesIsRefused(String skew) {
        assertThat(refusal("openchami.auth.token.skew", skew))
                .contains("openchami.auth.token.skew: it is not between 0 and 2 minutes. Use 30S");
    }

    @ParameterizedTest
    @CsvSource({"keys.refresh,0s", "keys.refresh,-1s", "keys.pause,-1s", "keys.stale,0s", "token.max-size,0",
            "client.max-age.read-only,9s", "client.max-age.writing,0s", "client.key-overlap,-1s"})
    void aTimeOrSizeThatCantWorkIsRefused(String key, String value) {
        assertThat(refusal("openchami.auth." + key, value)).contains("openchami.auth." + key);
    }

    @Test
    void aClientsKeySetNeedsAnAddress() {
        assertThat(refusal("openchami.auth.clients.bss.jwks", "bss")).contains("openchami.auth.clients.bss.jwks: 'bss' is not an http");
    }

    @Test
    void anOriginOfNoKnownKindIsRefused() {
        assertThat(refusal("openchami.auth.clients.bss.origins", "robot")).contains(
                "openchami.auth.clients.bss.origins: 'robot' has a word that is no kind of origin. Use node, service, user and unknown");
    }

    @Test
    void aProxyThatIsNoNetworkIsRefused() {
        assertThat(refusal("openchami.auth.trusted-proxies", "10.0.0.0/8,proxy"))
                .contains("openchami.auth.trusted-proxies: 'proxy' is not a network. Use CIDR notation, for example 127.0.0.1/32");
    }

    @Test
    void aKeySetAddressThatIsNoneIsRefused() {
        assertThat(refusal("openchami.auth.keys.url", "keys")).contains("openchami.auth.keys.url: 'keys' is not an http");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        ConfigurationException stopped = catchThrowableOfType(ConfigurationException.class,
                () -> Configured.exactly("quarkus.application.name", "a b", PEER, "http://smd/x", "openchami.auth.trusted-proxies", "x"));

        assertThat(stopped.getConfigKeys()).containsExactlyInAnyOrder("quarkus.application.name", AUTHORITY, PEER, ADMIN,
                "openchami.auth.trusted-proxies");
        assertThat(stopped.getMessage().lines()).hasSize(6);
    }
}
