package org.openchami.auth.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String[] CALLER = {"openchami.auth.authority", "http://hydra:4444", "openchami.auth.registration.url",
            "http://hydra:4445", "openchami.auth.peers.smd.url", "http://smd:27779", "quarkus.application.name", "bss"};

    @Test
    void threeKeysAreEnoughForAServiceThatCallsAnother() {
        Settings settings = Configured.exactly(CALLER);

        assertThat(settings.speaks()).isTrue();
        assertThat(settings.own().url()).contains(URI.create("http://hydra:4445"));
    }

    @Test
    void aPeersAudienceIsItsNameAndItsScopeIsToReadIt() {
        Settings.Peer smd = Configured.exactly(CALLER).peers().get("smd");

        assertThat(smd).isEqualTo(new Settings.Peer("smd", URI.create("http://smd:27779"), "smd", Set.of("smd.read"), Optional.empty()));
    }

    @Test
    void aPeersAudienceAndScopesCanBeSaid() {
        Settings.Peer smd = Configured.with("openchami.auth.registration.url", "http://hydra:4445", "openchami.auth.peers.smd.url",
                "http://smd:27779", "openchami.auth.peers.smd.audience", "state", "openchami.auth.peers.smd.scopes", "a,b").peers()
                .get("smd");

        assertThat(smd.audience()).isEqualTo("state");
        assertThat(smd.scopes()).containsExactlyInAnyOrder("a", "b");
    }

    private static Duration maxAge(String... more) {
        return Configured.exactly(Stream.of(List.of(CALLER), List.of("openchami.auth.client.max-age.read-only", "180D",
                "openchami.auth.client.max-age.writing", "24H"), List.of(more)).flatMap(List::stream).toArray(String[]::new)).own()
                .maxAge();
    }

    @Test
    void aServiceThatOnlyReadsMayKeepItsKeyLonger() {
        assertThat(maxAge()).isEqualTo(Duration.ofDays(180));
        assertThat(maxAge("openchami.auth.peers.smd.scopes", "smd.read,pcs.read")).isEqualTo(Duration.ofDays(180));
    }

    @Test
    void oneScopeThatIsNotToReadMakesItAServiceThatWrites() {
        assertThat(maxAge("openchami.auth.peers.smd.scopes", "smd.read,smd.write")).isEqualTo(Duration.ofHours(24));
        assertThat(maxAge("openchami.auth.peers.smd.scopes", "smd.reader")).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void oneOfSeveralPeersThatIsWrittenToMakesItAServiceThatWrites() {
        assertThat(maxAge("openchami.auth.peers.pcs.url", "http://pcs:28007", "openchami.auth.peers.pcs.scopes", "pcs.write"))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void byDefaultAKeyGetsNinetyDaysOldWhateverItIsFor() {
        assertThat(Configured.exactly(CALLER).own().maxAge()).isEqualTo(Duration.ofDays(90));
        assertThat(Configured.with("openchami.auth.registration.url", "http://hydra:4445", "openchami.auth.peers.smd.url", "http://smd:1",
                "openchami.auth.peers.smd.scopes", "smd.write").own().maxAge()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void aServiceWithoutPeersNeedsTheAuthorityAlone() {
        Settings settings = Configured.exactly("quarkus.application.name", "smd", "openchami.auth.authority", "http://hydra:4444");

        assertThat(settings.speaks()).isFalse();
        assertThat(settings.own().url()).isEmpty();
    }

    @Test
    void theRegistrationAddressOfAServiceWithoutPeersIsNotLookedAt() {
        assertThat(Configured.with("openchami.auth.registration.url", "no address").own().url()).isEmpty();
    }

    @Test
    void theDefaultsOfTimesAndSizes() {
        Settings settings = Configured.with();

        assertThat(settings.keys()).isEqualTo(new Settings.KeySettings(URI.create("http://hydra.test:4444/.well-known/jwks.json"),
                Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofHours(24), true, 1024));
        assertThat(settings.token().skew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.token().maxSize()).isEqualTo(8192);
    }

    @Test
    void keysAreKeptOnDiskOnlyWhereTheIdentityIs() {
        assertThat(Configured.with("openchami.auth.keys.on-disk", "false").keys().onDisk()).isFalse();
        assertThat(Configured.with("openchami.auth.store.kind", "memory").keys().onDisk()).isFalse();
    }

    @Test
    void theDefaultsOfWhomIsBelieved() {
        Settings settings = Configured.with();

        assertThat(List.of("smd", "openchami")).allMatch(settings::isOurs);
        assertThat(List.of("", "bss", "SMD", "smd ")).noneMatch(settings::isOurs);
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.clients()).isEmpty();
        assertThat(settings.contextMode()).isEqualTo(ContextConfig.Mode.ENFORCE);
    }

    @Test
    void theStoreIsAnAbsolutePath() {
        assertThat(Configured.with().store().directory()).isAbsolute().endsWithRaw(Path.of("state/auth"));
    }

    @Test
    void aTrailingSlashOfTheAuthorityIsLeftOutOfAddresses() {
        Settings settings = Configured.with("openchami.auth.authority", "http://hydra:4444/");

        assertThat(settings.authority()).hasToString("http://hydra:4444");
        assertThat(settings.tokenEndpoint()).hasToString("http://hydra:4444/oauth2/token");
        assertThat(settings.keys().url()).hasToString("http://hydra:4444/.well-known/jwks.json");
        assertThat(settings.own().assertionAudience()).isEqualTo("http://hydra:4444/oauth2/token");
    }

    @Test
    void theIssuerIsTheAuthorityToTheLetter() {
        assertThat(Configured.with("openchami.auth.authority", "http://hydra:4444/").issuers().get(0).iss())
                .isEqualTo("http://hydra:4444/");
    }

    @Test
    void anIssuerOfItsOwnIsTakenAsWritten() {
        assertThat(Configured.with("openchami.auth.issuer", "https://Auth.Example/x/").issuers().get(0).iss())
                .isEqualTo("https://Auth.Example/x/");
    }

    @Test
    void anAuthorityMayHaveAPath() {
        assertThat(Configured.with("openchami.auth.authority", "https://gate/hydra/").tokenEndpoint())
                .hasToString("https://gate/hydra/oauth2/token");
    }

    @Test
    void aClientMayDoNothingUntilItIsSaid() {
        Settings.Client bss = Configured.with("openchami.auth.clients.bss.jwks", "http://bss:27778/q/auth/jwks.json").clients().get("bss");

        assertThat(bss.scopes()).isEmpty();
        assertThat(bss.origins()).isEmpty();
        assertThat(bss.jwks()).contains(URI.create("http://bss:27778/q/auth/jwks.json"));
    }

    @Test
    void aServiceMayBearTheNameOfTheClusterAudience() {
        assertThat(Configured.with("quarkus.application.name", "openchami").isOurs("openchami")).isTrue();
    }
}
