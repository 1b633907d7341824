package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.registration.ClientEvidence;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.Registrar.Change;
import org.openchami.auth.registration.RegistrationException.Kind;

/** By dynamic registration, where the authority chooses the id and may stop letting us change our client. */
class ManagementTest {
    private static final String[] DYNAMIC = {"openchami.auth.registration.kind", "dynamic", "openchami.auth.registration.url",
            "http://hydra:4444/oauth2/register"};
    private final IdentityWorld world = new IdentityWorld(DYNAMIC);
    private final IdentityParts parts = IdentityParts.registered(world);
    private final String first = client();

    private String client() {
        return world.store.content().client().map(StoredClient::id).orElseThrow();
    }

    private void lost(Kind kind) {
        world.authority.refusals.add(Refusals.of(kind));
        world.authority.evidence.add(ClientEvidence.REFUSED);
        world.authority.evidence.add(ClientEvidence.REFUSED);
    }

    /** A change whose answer never came: whether it was made is not known. */
    private void changeWithoutAnswer() {
        world.await(parts.keeper.save(identity -> identity.updating()));
    }

    @Test
    void aNeededChangeOfAClientThatIsLostToUsTakesAnotherOne() {
        lost(Kind.MANAGEMENT_LOST);

        world.await(parts.registration.change(Change.CONFIGURATION, "the configuration changed"));

        assertThat(client()).isNotEqualTo(first);
        assertThat(world.store.content().former()).map(StoredClient::id).contains(first);
    }

    @Test
    void aChangeThatIsNotNeededLeavesAClientThatIsLostToUsAsItIs() {
        changeWithoutAnswer();
        lost(Kind.MANAGEMENT_LOST);

        world.await(parts.registration.settle());

        assertThat(world.authority.count("register")).isZero();
        assertThat(client()).isEqualTo(first);
        assertThat(world.store.content().client().orElseThrow().updating()).isFalse();
    }

    @Test
    void oneThatIsLostToUsIsLookedAtTwiceTwoSecondsApart() {
        lost(Kind.MANAGEMENT_LOST);
        Duration before = world.time.now();

        world.await(parts.registration.change(Change.CONFIGURATION, "the configuration changed"));

        assertThat(world.authority.count("evidence " + first)).isEqualTo(2);
        assertThat(world.time.now().minus(before)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void oneThatIsThereAtTheFirstLookIsNotLost() {
        world.authority.refusals.add(Refusals.of(Kind.MANAGEMENT_LOST));

        assertThat(catchThrowable(() -> world.await(parts.registration.change(Change.CONFIGURATION, "the configuration changed"))))
                .isInstanceOf(NoTokenException.class);
        assertThat(world.authority.count("register")).isZero();
        assertThat(world.store.content().client().orElseThrow().registrationAccessToken()).isPresent();
    }

    @Test
    void anAuthorityThatChangesNoClientIsNotLookedAtForANeededChange() {
        world.authority.refusals.add(Refusals.of(Kind.UNCHANGEABLE));

        world.await(parts.registration.change(Change.CONFIGURATION, "the configuration changed"));

        assertThat(world.authority.count("evidence")).isZero();
        assertThat(client()).isNotEqualTo(first);
    }

    @Test
    void anAuthorityThatChangesNoClientKeepsItWhereTheChangeIsNotNeeded() {
        changeWithoutAnswer();
        world.authority.refusals.add(Refusals.of(Kind.UNCHANGEABLE));

        world.await(parts.registration.settle());

        assertThat(client()).isEqualTo(first);
        assertThat(world.authority.count("register")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void aRefusalOfAnyChangeIsNoReasonToTakeAnotherClient(Change change) {
        world.authority.refusals.add(Refusals.of(Kind.REFUSED));

        assertThat(catchThrowable(() -> world.await(parts.registration.change(change, "a change"))))
                .isInstanceOfSatisfying(NoTokenException.class, failure -> assertThat(failure.refused()).isTrue());
        assertThat(client()).isEqualTo(first);
    }

    @Test
    void aRotatedRegistrationAccessTokenIsStored() {
        var before = world.store.content().client().orElseThrow().registrationAccessToken();

        world.await(parts.registration.change(Change.ROTATION, "a new key"));

        assertThat(world.store.content().client().orElseThrow().registrationAccessToken()).isPresent().isNotEqualTo(before);
    }

    @Test
    void aChangeIsWrittenAheadOfItsRequest() {
        world.authority.heard = () -> {
            assertThat(world.store.content().client().orElseThrow().updating()).isTrue();
            return true;
        };
        world.await(parts.registration.change(Change.ROTATION, "a new key"));

        assertThat(world.store.content().client().orElseThrow().updating()).isFalse();
    }

    @Test
    void theFormerClientIsDeletedWhenTheNewOneHasAToken() {
        world.await(parts.registration.anew(first, "it is forgotten"));
        assertThat(world.authority.clients).containsKey(first);

        world.await(parts.registration.leaveFormer());

        assertThat(world.authority.calls).contains("delete " + first);
        assertThat(world.authority.clients).containsOnlyKeys(client());
        assertThat(world.store.content().former()).isEmpty();
        assertThat(world.store.content().orphans()).isEmpty();
    }

    @Test
    void aFormerClientThatCanNotBeDeletedIsNotedAndTold() {
        world.await(parts.registration.anew(first, "it is forgotten"));
        world.authority.refusals.add(Refusals.of(Kind.MANAGEMENT_LOST));
        try (LogLines log = new LogLines()) {
            world.await(parts.registration.leaveFormer());

            assertThat(world.store.content().orphans()).containsExactly(first);
            assertThat(world.store.content().former()).isEmpty();
            assertThat(log.of("OCAUTH-0207")).singleElement().asString().contains(first);
        }
    }

    @Test
    void aClientThatAnotherProcessHasReplacedIsNotReplacedAgain() {
        world.await(parts.registration.anew(first, "it is forgotten"));
        world.authority.calls.clear();

        world.await(parts.registration.anew(first, "it is forgotten"));

        assertThat(world.authority.calls).isEmpty();
    }
}
