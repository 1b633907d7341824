package org.openchami.auth.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class RightsTest {
    private static final String BSS = "openchami.auth.clients.bss.";
    private static final String BOOT = "openchami.auth.routes.boot.";
    private static final String NODE = "openchami.auth.certificates.node.";

    private static String refusal(String... pairs) {
        ConfigurationException stopped = catchThrowableOfType(ConfigurationException.class, () -> Configured.with(pairs));
        assertThat(stopped).as("nothing stopped the start").isNotNull();
        return stopped.getMessage();
    }

    @Test
    void aClientMayCallFromNetworksByNameOrByAddress() {
        Settings.Client bss = Configured.with("openchami.auth.networks.mgmt-net", "10.1.0.0/16,fd00::/8", BSS + "addresses",
                "mgmt-net,127.0.0.1/32").clients().get("bss");

        assertThat(bss.addresses().orElseThrow()).extracting(Cidr::toString).containsExactly("10.1.0.0/16", "fd00::/8", "127.0.0.1/32");
    }

    @Test
    void aClientMayCallFromAnywhereUntilItIsSaid() {
        Settings.Client bss = Configured.with(BSS + "scopes", "smd.read").clients().get("bss");

        assertThat(bss.addresses()).isEmpty();
        assertThat(bss.access()).isEqualTo(ClientConfig.Access.WRITE);
        assertThat(bss.issuer()).isEqualTo("authority");
    }

    @ParameterizedTest
    @CsvSource({"addresses,mgmt", "addresses,10.0.0.0/99", "key-thumbprints,abc", "issuer,nobody"})
    void whatCantBeIsRefused(String key, String value) {
        assertThat(refusal(BSS + key, value)).contains(BSS + key + ": ");
    }

    @Test
    void aRouteIsAsTheServiceUnlessItSaysOtherwise() {
        List<RouteRule> rules = Configured.with("openchami.auth.mode", "shadow", BOOT + "paths", "/boot/v1/*,/boot/v1/bootscript",
                BOOT + "bad-credential", "anonymous").routes();

        assertThat(rules).containsExactly(new RouteRule("boot", List.of("/boot/v1/*", "/boot/v1/bootscript"), false,
                RouteRule.BadCredential.ANONYMOUS, Enforcement.SHADOW, RouteRule.Proof.OPTIONAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"boot", "/boot/../x?", "/a//b", "/a*", "/*/b", "/a b"})
    void whatIsNoPathIsRefused(String path) {
        assertThat(refusal(BOOT + "paths", path)).contains(BOOT + "paths: '" + path + "' is no path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dpop", "any"})
    void aProofIsMadeForAnAddressThatHasToBeSaid(String proof) {
        assertThat(refusal(BOOT + "paths", "/a", BOOT + "proof", proof)).contains(BOOT + "proof: it takes DPoP proofs");
        assertThat(Configured.with(BOOT + "paths", "/a", BOOT + "proof", proof, "openchami.auth.resource", "https://smd:27779").routes())
                .hasSize(1);
    }

    @Test
    void onePathHasOneRule() {
        assertThat(refusal(BOOT + "paths", "/a", "openchami.auth.routes.other.paths", "/a")).contains("is one of route 'boot', too");
    }

    @Test
    void aCertificateIsKnownByItsSubjectInOneSpelling() {
        CertificateRule node = Configured.with(NODE + "subject", "cn=BSS, o=Cluster", NODE + "scopes", "smd.read").certificates().get(0);

        assertThat(node.value()).isEqualTo("cn=bss,o=cluster");
        assertThat(node.id()).isEqualTo("node");
        assertThat(node.kind()).isEqualTo(CertificateRule.Kind.SERVICE);
    }

    @Test
    void aCertificateIsKnownByOneThing() {
        assertThat(refusal(NODE + "scopes", "a")).contains("nothing says which certificate");
        assertThat(refusal(NODE + "san-dns", "a", NODE + "san-uri", "b")).contains("several things say which certificate");
    }

    @Test
    void basicNeedsAUserAndAPassword() {
        assertThat(refusal("openchami.auth.registration.url", "http://hydra:4445", "openchami.auth.peers.smd.url", "http://smd:27779",
                "openchami.auth.peers.smd.authentication", "basic")).contains("openchami.auth.peers.smd.username: ");
    }

    @Test
    void aPasswordForAPeerThatIsShownTokensIsRefused() {
        assertThat(refusal("openchami.auth.registration.url", "http://hydra:4445", "openchami.auth.peers.smd.url", "http://smd:27779",
                "openchami.auth.peers.smd.password", "pa55")).contains("openchami.auth.peers.smd.authentication: ").doesNotContain("pa55");
    }
}
