package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.secret.Secret;

/** A secret grows an hour old at most. */
class SecretRotationTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String[] AN_HOUR = {"openchami.auth.client.max-age.read-only", "1H", "openchami.auth.client.authentication",
            "client_secret_basic"};
    private IdentityWorld world = new IdentityWorld(AN_HOUR);

    private Identity started() {
        Identity identity = world.start();
        world.pass(MINUTE);
        return identity;
    }

    private Secret secret() {
        return world.store.content().secret().map(ClientSecret::value).orElseThrow();
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
    void aNewKeyIsNotToldToAnAuthorityToWhichASecretProvesUs() {
        world = new IdentityWorld("openchami.auth.client.max-age.read-only", "1H", "openchami.auth.client.key-overlap", "1M",
                "openchami.auth.client.authentication", "client_secret_basic");
        world.start();
        world.pass(Duration.ofMinutes(70));

        assertThat(world.authority.count("update")).as("one for the secret").isEqualTo(1);
    }
}
