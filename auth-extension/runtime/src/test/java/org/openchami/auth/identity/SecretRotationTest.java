package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.RegistrationException.Kind;
import org.openchami.auth.secret.Secret;

/** A secret grows an hour old at most. */
class SecretRotationTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String[] AN_HOUR = {"openchami.auth.client.max-age.read-only", "1H", "openchami.auth.client.authentication",
            "client_secret_basic"};
    private static final String[] DYNAMIC = {AN_HOUR[0], AN_HOUR[1], AN_HOUR[2], AN_HOUR[3], "openchami.auth.registration.kind", "dynamic",
            "openchami.auth.registration.url", "http://hydra:4444/oauth2/register"};
    private IdentityWorld world = new IdentityWorld(AN_HOUR);

    private Identity started() {
        Identity identity = world.start();
        world.pass(MINUTE);
        return identity;
    }

    private Secret secret() {
        return world.store.content().secret().map(ClientSecret::value).orElseThrow();
    }

    private String client() {
        return world.store.content().client().map(StoredClient::id).orElseThrow();
    }

    @Test
    void aYoungSecretStays() {
        started();
        Secret first = secret();
        world.pass(HOUR.minusMinutes(5));

        assertThat(secret()).isEqualTo(first);
        assertThat(world.authority.count("update")).isZero();
    }

    @Test
    void anOldSecretIsReplacedInPlace() {
        started();
        Secret first = secret();
        world.pass(HOUR);

        assertThat(secret()).isNotEqualTo(first);
        assertThat(world.authority.clients.get("bss").secret()).contains(secret());
        assertThat(world.authority.count("register")).isEqualTo(1);
    }

    @Test
    void theNewOneIsStoredBeforeTheAuthorityHearsOfIt() {
        started();
        world.authority.heard = () -> {
            assertThat(world.authority.clients.get("bss").secret()).contains(secret());
            return true;
        };
        world.pass(HOUR);

        assertThat(world.authority.count("update")).isPositive();
    }

    @Test
    void noTokenRequestFailsMeanwhile() {
        Identity identity = started();
        world.pass(HOUR.multipliedBy(5));

        assertThat(world.seen).noneMatch(snapshot -> snapshot.problem().isPresent());
        assertThat(identity.snapshot().usable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aCrashAtAnyStepHealsWithTheSameClient(int step) {
        started();
        world.dieAt(step);
        world.pass(HOUR);
        world.die();
        world.dieAt(0);
        Identity identity = started();
        world.pass(PlayedAuthority.LIFE);

        assertThat(identity.snapshot().usable()).isTrue();
        assertThat(world.authority.clients).containsOnlyKeys("bss");
        assertThat(world.authority.clients.get("bss").secret()).contains(secret());
        assertThat(world.authority.count("register")).isEqualTo(1);
    }

    @Test
    void ofTwoProcessesWithOneStoreOneReplacesIt() {
        started();
        started();
        world.pass(HOUR.plus(MINUTE));

        assertThat(world.store.saves.stream().flatMap(saved -> saved.secret().stream()).map(ClientSecret::value).distinct()).hasSize(2);
        assertThat(world.authority.clients.get("bss").secret()).contains(secret());
        assertThat(world.seen).noneMatch(snapshot -> snapshot.problem().isPresent());
    }

    @Test
    void aSecretOfTheAuthoritysIsReplacedByAnotherClientBeforeItExpires() {
        world = new IdentityWorld(DYNAMIC);
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
        world = new IdentityWorld(DYNAMIC);
        started();
        String first = client();
        world.pass(HOUR.plus(PlayedAuthority.LIFE));

        assertThat(world.authority.calls).contains("delete " + first);
        assertThat(world.authority.clients).containsOnlyKeys(client());
        assertThat(world.store.content().orphans()).isEmpty();
    }

    @Test
    void theClientOfAnOldSecretThatCanNotBeDeletedIsNoted() {
        world = new IdentityWorld(DYNAMIC);
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
        world = new IdentityWorld(DYNAMIC);
        world.authority.secretLife = Optional.of(Duration.ZERO);
        started();
        world.pass(MINUTE.multipliedBy(30));

        assertThat(world.authority.count("register")).isLessThanOrEqualTo(30 * 60 / (int) PlayedAuthority.LIFE.multipliedBy(3).dividedBy(4)
                .toSeconds() + 2);
    }

    @Test
    void aSecretThatWasChangedAtTheAuthorityIsReplacedByAnotherClient() {
        world = new IdentityWorld(DYNAMIC);
        Identity identity = started();
        String first = client();
        world.authority.clients.put(first, new PlayedAuthority.Client(List.of(), Optional.of(Secret.of("foreign"))));
        world.pass(PlayedAuthority.LIFE);

        assertThat(identity.snapshot().usable()).isTrue();
        assertThat(world.authority.clients).containsOnlyKeys(client());
        assertThat(world.authority.count("update")).isZero();
    }
}
