package org.openchami.it.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.authority.Authority;
import org.openchami.auth.testing.authority.AuthorityOptions;
import org.openchami.auth.testing.port.FreePort;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.world.KeysWorld;
import org.openchami.it.world.SharedWorld;

/** An authority whose keys smd finds by its metadata, and another that smd looks for where the metadata are not its own. */
@ExtendWith(SharedWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscoveryTest {
    private static final String OTHER = "https://other.example.org";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final int port = FreePort.next();
    private final String issuer = "http://127.0.0.1:" + port;
    private final Authority found = Authority.start(
            new AuthorityOptions(port, FreePort.next(), issuer, Duration.ofMinutes(5), false, Optional.empty(), Clock.systemUTC()));
    private final KeysWorld keys;

    DiscoveryTest(KeysWorld keys) {
        this.keys = keys;
    }

    @BeforeAll
    void trustThem() {
        restart(Map.of("openchami.auth.issuers.found.issuer", issuer, "openchami.auth.issuers.found.discovery", issuer,
                "openchami.auth.issuers.other.issuer", OTHER, "openchami.auth.issuers.other.discovery", issuer));
    }

    @AfterAll
    void trustThemNoMore() {
        restart(Map.of());
        found.close();
    }

    private void restart(Map<String, String> settings) {
        keys.smd().kill();
        keys.smd().configure(settings);
        keys.smd().start();
        keys.smd().awaitReady();
    }

    private Seen call(String iss) {
        return Seen.of(keys.smd(), TokenForge.asAuthority(found.adminUrl()).token(TokenClaims.of(iss).scopes("smd.read")));
    }

    @Test
    void itsTokensAreServedAndThoseOfItsNextKeyToo() {
        await("its keys").atMost(PATIENCE).until(() -> call(issuer).served());

        SigningKey.make().replaceAllOf(found.adminUrl());

        assertThat(call(issuer)).matches(Seen::served);
    }

    @Test
    void theKeysOfMetadataThatNameAnotherIssuerAreNotTaken() {
        await("the reason").atMost(PATIENCE).until(() -> Files.readString(keys.smd().log()).contains("its issuer is not exactly " + OTHER));

        assertThat(call(OTHER)).matches(Seen::putOff);
    }
}
