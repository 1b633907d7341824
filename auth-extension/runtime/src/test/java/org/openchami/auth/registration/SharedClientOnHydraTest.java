package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.openchami.auth.credential.KeyAlgorithm;
import org.openchami.auth.registration.Registrar.Change;

import io.smallrye.mutiny.Uni;

/** Instances of one service that share no store, and so share but the client. */
class SharedClientOnHydraTest extends OnHydra {

    private static void assertAllServed(List<Party> instances) {
        assertThat(instances).allSatisfy(instance -> assertThat(instance.token().status()).isEqualTo(200));
    }

    @Test
    void eachHasItsKeyOnTheOneClient() {
        List<Party> both = List.of(instance("one"), instance("two"));

        both.forEach(Party::register);

        assertAllServed(both);
        assertThat(hydra.clientIds()).containsOnlyOnce(service);
    }

    @RepeatedTest(5)
    void theyRegisterAllAtOnce() {
        List<Party> three = IntStream.range(0, 3).mapToObj(n -> instance("instance-" + n)).toList();

        Party.get(Uni.join().all(three.stream().map(Party::registering).toList()).andCollectFailures());

        assertAllServed(three);
        assertThat(hydra.clientIds()).containsOnlyOnce(service);
    }

    @RepeatedTest(5)
    void theyRepairAllAtOnceWhatAnAdministratorReplaced() {
        List<Party> both = List.of(instance("one"), instance("two"));
        both.forEach(Party::register);
        adminPuts(both.get(0), someKeys());

        Party.get(Uni.join().all(both.stream().map(party -> party.updating(Change.REPAIR)).toList()).andCollectFailures());

        assertAllServed(both);
    }

    @Test
    void oneThatChangesItsKeyLeavesTheOthersAlone() {
        List<Party> both = List.of(instance("one"), instance("two"));
        both.forEach(Party::register);
        Party one = both.get(0);
        String first = one.kid();

        one.becomes(Identities.keyed("one", service));
        one.update(Change.ROTATION);

        assertAllServed(both);
        assertThat(one.seen().getJsonObject("jwks").encode()).doesNotContain(first);
    }

    @Test
    void oneThatGoesForGoodLeavesTheClientToTheOthers() {
        List<Party> both = List.of(instance("one"), instance("two"));
        both.forEach(Party::register);

        both.get(0).delete();

        assertThat(both.get(1).token().status()).isEqualTo(200);
        assertThat(both.get(0).tokenEvidence(both.get(0).token())).isEqualTo(TokenEvidence.KEY_UNKNOWN);
    }

    @Test
    void theLastOneThatGoesDeletesTheClient() {
        List<Party> both = List.of(instance("one"), instance("two"));
        both.forEach(Party::register);

        both.forEach(Party::delete);

        assertThat(hydra.clientIds()).doesNotContain(service);
    }

    @Test
    void theyCantEachHaveASecretAndTheFirstKeepsIts() {
        Party one = secretInstance("one", "client_secret_basic", "secret-of-one");
        Party two = secretInstance("two", "client_secret_basic", "secret-of-two");
        one.register();

        assertThat(catchThrowable(two::register)).isInstanceOf(RegistrationException.class).hasMessageContaining("private_key_jwt");
        assertThat(catchThrowable(() -> two.update(Change.REPAIR))).isInstanceOf(RegistrationException.class);

        assertThat(one.token().status()).isEqualTo(200);
    }

    @Test
    void theyCantEachSignInAnotherWayAndTheFirstIsServed() {
        Party one = instance("one");
        Party two = instance("two");
        two.becomes(withKey(two.identity(), KeyAlgorithm.PS256));
        one.register();

        assertThat(catchThrowable(two::register)).isInstanceOf(RegistrationException.class).hasMessageContaining("sign with ES256")
                .hasMessageContaining("algorithm");

        assertThat(one.token().status()).isEqualTo(200);
    }

    @Test
    void oneThatIsConfiguredForAnotherAlgorithmMayTakeItAndIsNotUndone() {
        List<Party> both = List.of(instance("one"), instance("two"));
        both.forEach(Party::register);
        Party one = both.get(0);

        one.becomes(withKey(one.identity(), KeyAlgorithm.PS256));
        one.update(Change.CONFIGURATION);

        assertThat(catchThrowable(() -> both.get(1).update(Change.REPAIR))).isInstanceOf(RegistrationException.class);
        assertThat(one.token().status()).isEqualTo(200);
    }

    @Test
    void aKeyAndASecretDoNotTakeTheClientFromEachOther() {
        Party key = instance("one");
        Party secret = secretInstance("two", "client_secret_basic", "secret-of-two");
        key.register();

        assertThat(catchThrowable(secret::register)).isInstanceOf(RegistrationException.class).hasMessageContaining("by keys");
        assertThat(key.token().status()).isEqualTo(200);

        key.delete();
        secret.register();
        assertThat(catchThrowable(key::register)).isInstanceOf(RegistrationException.class).hasMessageContaining("by a secret");
        assertThat(secret.token().status()).isEqualTo(200);
    }
}
