package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.RegistrationException.Kind;
import org.openchami.auth.secret.Secret;

/** By RFC 7591 the authority makes the secret: another one comes with another client. */
class DynamicSecretRotationTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String[] DYNAMIC = {"openchami.auth.client.max-age.read-only", "1H", "openchami.auth.client.authentication",
            "client_secret_basic", "openchami.auth.registration.kind", "dynamic",
            "openchami.auth.registration.url", "http://hydra:4444/oauth2/register"};
    private final IdentityWorld world = new IdentityWorld(DYNAMIC);

    private Identity started() {
        Identity identity = world.start();
        world.pass(MINUTE);
        return identity;
    }

    private String client() {
        return world.store.content().client().map(StoredClient::id).orElseThrow();
    }

    @Test
    void aSecretOfTheAuthoritysIsReplacedByAnotherClientBeforeItExpires() {
        world.authority.secretLife = Optional.of(Duration.ofMinutes(50));
        started();
        String first = client();
        world.pass(Duration.ofMinutes(38));
        assertThat(client()).isEqualTo(first);

        world.pass(Duration.ofMinutes(4));

        assertThat(client()).isNotEqualTo(first);
    }

    @Test
    void theClientOfAnOldSecretIsDeletedWhenTheNewOneHasAToken() {
        started();
        String first = client();
        world.pass(HOUR.plus(PlayedAuthority.LIFE));

        assertThat(world.authority.calls).contains("delete " + first);
        assertThat(world.authority.clients).containsOnlyKeys(client());
        assertThat(world.store.content().orphans()).isEmpty();
    }

    @Test
    void theClientOfAnOldSecretThatCanNotBeDeletedIsNoted() {
        started();
        String first = client();
        world.pass(HOUR.minus(MINUTE.multipliedBy(2)));
        while (world.authority.count("register") == 1) {
            world.pass(Duration.ofSeconds(1));
        }
        world.authority.refusals.add(Refusals.of(Kind.MANAGEMENT_LOST));
        world.pass(PlayedAuthority.LIFE);

        assertThat(world.store.content().orphans()).isEqualTo(List.of(first));
    }

    @Test
    void anAuthorityThatGivesExpiredSecretsIsNoLoop() {
        world.authority.secretLife = Optional.of(Duration.ZERO);
        started();
        world.pass(MINUTE.multipliedBy(30));

        assertThat(world.authority.count("register")).isLessThanOrEqualTo(30 * 60 / (int) PlayedAuthority.LIFE.multipliedBy(3).dividedBy(4)
                .toSeconds() + 2);
    }

    @Test
    void aSecretThatWasChangedAtTheAuthorityIsReplacedByAnotherClient() {
        Identity identity = started();
        String first = client();
        world.authority.clients.put(first, new PlayedAuthority.Client(List.of(), Optional.of(Secret.of("foreign"))));
        world.pass(PlayedAuthority.LIFE);

        assertThat(identity.snapshot().usable()).isTrue();
        assertThat(world.authority.clients).containsOnlyKeys(client());
        assertThat(world.authority.count("update")).isZero();
    }
}
