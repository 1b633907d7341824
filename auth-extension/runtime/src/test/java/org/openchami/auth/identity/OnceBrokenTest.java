package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.registration.ClientEvidence;
import org.openchami.auth.secret.FileOf;

/** What the identity once did wrong where several of its parts meet. */
class OnceBrokenTest {
    @TempDir
    private Path folder;

    @Test
    void theTokenOfTheSecondLookIsUsed() {
        IdentityWorld world = new IdentityWorld();
        IdentityParts parts = IdentityParts.registered(world);
        world.authority.evidence.add(ClientEvidence.ABSENT);
        world.await(parts.healing.heal(PlayedAuthority.invalidClient(), parts::ask));

        assertThat(world.authority.count("token")).isEqualTo(1);
    }

    @Test
    void theFormerClientIsDeletedToo() {
        IdentityWorld world = new IdentityWorld("openchami.auth.registration.kind", "dynamic", "openchami.auth.registration.url",
                "http://hydra:4444/oauth2/register");
        IdentityParts parts = IdentityParts.registered(world);
        world.await(parts.registration.anew(parts.registration.clientId(), "it is forgotten"));
        world.await(world.process().decommission());

        assertThat(world.authority.clients).isEmpty();
    }

    @Test
    void anotherOneThatTheOperatorPutsInPlaceOfOneThatIsSpentIsUsed() {
        FileOf.secret(folder.resolve("token"), "r");
        IdentityWorld world = new IdentityWorld("openchami.auth.client.refresh-token-file", folder.resolve("token").toString());
        world.authority.refreshTokens.add("r");
        world.authority.refreshTokens.add("new");
        world.start();
        world.pass(Duration.ofSeconds(1));
        FileOf.secret(folder.resolve("token"), "new");
        world.pass(PlayedAuthority.LIFE);

        assertThat(world.authority.calls).contains("refresh new");
    }

    @Test
    void aNewKeyIsNotToldToAnAuthorityToWhichASecretProvesUs() {
        IdentityWorld world = new IdentityWorld("openchami.auth.client.max-age.read-only", "1H", "openchami.auth.client.key-overlap", "1M",
                "openchami.auth.client.authentication", "client_secret_basic");
        world.start();
        world.pass(Duration.ofMinutes(70));

        assertThat(world.authority.count("update")).as("one for the secret").isEqualTo(1);
    }

    @Test
    void aTokenThatHasEndedDoesNotLeadBackToAKeyAlone() {
        assertThat(IdentityState.ENDED.mayBecome(IdentityState.KEY_MADE)).isFalse();
    }
}
