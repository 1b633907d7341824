package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.credential.KeyAlgorithm;
import org.openchami.auth.credential.KeyRing;
import org.openchami.auth.credential.SigningKey;

import io.smallrye.mutiny.Uni;

/** A key grows an hour old at most, and two keys overlap for a minute. */
class KeyRotationTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String[] AN_HOUR = {"openchami.auth.client.max-age.read-only", "1H", "openchami.auth.client.key-overlap", "1M"};
    private final IdentityWorld world = new IdentityWorld(AN_HOUR);

    private Identity started() {
        Identity identity = world.start();
        world.pass(Duration.ofMinutes(1));
        return identity;
    }

    private KeyRing ring() {
        return world.store.content().keys();
    }

    private List<String> registered() {
        return world.authority.clients.get("bss").kids();
    }

    private static List<String> kids(List<SigningKey> keys) {
        return keys.stream().map(SigningKey::kid).toList();
    }

    @Test
    void aYoungKeyStays() {
        started();
        SigningKey key = ring().current();
        world.pass(HOUR.minusMinutes(5));

        assertThat(ring()).isEqualTo(KeyRing.of(key, ring().since()));
        assertThat(world.authority.count("update")).isZero();
    }

    @Test
    void firstTheNextKeyIsRegisteredBesideTheOldOneWhichGoesOnSigning() {
        started();
        SigningKey old = ring().current();
        world.pass(HOUR);

        assertThat(ring().current()).isEqualTo(old);
        assertThat(ring().next()).isPresent();
        assertThat(registered()).containsExactlyInAnyOrderElementsOf(kids(ring().all())).hasSize(2);
    }

    @Test
    void thenItSignsAndTheOldOneStaysRegistered() {
        started();
        SigningKey old = ring().current();
        world.pass(HOUR.plusSeconds(90));

        assertThat(ring().current()).isNotEqualTo(old);
        assertThat(ring().previous()).contains(old);
        assertThat(registered()).contains(old.kid(), ring().current().kid());
    }

    @Test
    void atLastTheOldOneIsTakenOut() {
        started();
        SigningKey old = ring().current();
        world.pass(HOUR.plusMinutes(5));

        assertThat(ring().all()).doesNotContain(old).hasSize(1);
        assertThat(registered()).containsExactly(ring().current().kid());
    }

    @Test
    void noTokenRequestFailsMeanwhile() {
        Identity identity = started();
        world.pass(HOUR.multipliedBy(3));

        assertThat(world.seen).noneMatch(snapshot -> snapshot.problem().isPresent());
        assertThat(identity.snapshot().usable()).isTrue();
    }

    @Test
    void theKeysThatSignCallContextsAreThoseThatAreStored() {
        Identity identity = started();
        world.pass(HOUR);

        assertThat(identity.keys()).isEqualTo(ring());
        assertThat(identity.keys().all()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void aCrashAtAnyStepIsFollowedByTheRestOfThem(int step) {
        started();
        SigningKey old = ring().current();
        world.dieAt(step);
        world.pass(HOUR.plusMinutes(5));
        world.die();
        world.dieAt(0);
        world.start();
        world.pass(Duration.ofMinutes(10));

        assertThat(ring().all()).doesNotContain(old).hasSize(1);
        assertThat(registered()).containsExactly(ring().current().kid());
        assertThat(world.store.content().client().orElseThrow().updating()).isFalse();
        assertThat(world.seen).noneMatch(snapshot -> snapshot.problem().isPresent());
        assertThat(world.authority.count("register")).isEqualTo(1);
    }

    @Test
    void ofTwoProcessesWithOneStoreOneTakesEachStep() {
        started();
        started();
        world.pass(HOUR.plusMinutes(5));

        assertThat(world.store.saves.stream().map(saved -> saved.keys().current()).distinct()).hasSize(2);
        assertThat(ring().all()).hasSize(1);
        assertThat(registered()).containsExactly(ring().current().kid());
        assertThat(world.seen).noneMatch(snapshot -> snapshot.problem().isPresent());
    }

    @Test
    void aStepThatAnotherProcessHasTakenIsTakenOver() {
        Identity first = started();
        Identity second = started();
        world.pass(HOUR.plusMinutes(5));

        assertThat(first.keys()).isEqualTo(second.keys()).isEqualTo(ring());
    }

    @Test
    void aKeyOfAnotherAlgorithmTakesThePlaceOfAYoungOne() {
        started();
        SigningKey old = ring().current();
        world.die();
        world.configure("openchami.auth.client.algorithm", "RS256", AN_HOUR[2], AN_HOUR[3]);
        Identity identity = started();
        world.pass(Duration.ofMinutes(10));

        assertThat(ring().current().algorithm()).isEqualTo(KeyAlgorithm.RS256);
        assertThat(registered()).containsExactly(ring().current().kid()).doesNotContain(old.kid());
        assertThat(identity.snapshot().usable()).isTrue();
        assertThat(world.authority.count("register")).isEqualTo(1);
    }

    @Test
    void aStepThatTwoProcessesTakeAtOnceIsTakenOnce() {
        IdentityParts one = IdentityParts.registered(world);
        IdentityParts other = IdentityParts.registered(world);
        world.pass(HOUR);

        world.await(Uni.join().all(one.rotation.step(), other.rotation.step()).andFailFast());

        assertThat(world.store.saves.stream().flatMap(saved -> saved.keys().next().stream()).distinct()).hasSize(1);
        assertThat(registered()).containsExactlyInAnyOrderElementsOf(kids(ring().all())).hasSize(2);
    }
}
