package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.registration.ClientEvidence;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.Registrar.Change;

/** A change of our client at Hydra's admin API. */
class ChangedRegistrationTest {
    private final IdentityWorld world = new IdentityWorld();

    private void configure(String... pairs) {
        world.die();
        world.configure(pairs);
        world.authority.calls.clear();
    }

    @Test
    void anotherConfigurationChangesTheClientInPlace() {
        IdentityParts.registered(world);
        configure("openchami.auth.peers.smd.scopes", "smd.read,smd.write");
        IdentityParts parts = new IdentityParts(world);

        assertThat(parts.registration.agreed()).isFalse();
        world.await(parts.registration.ensure());

        assertThat(parts.registration.agreed()).isTrue();
        assertThat(world.authority.calls).containsExactly("update bss CONFIGURATION");
    }

    @Test
    void aRefreshTokenThatIsGivenLaterChangesTheClientInPlace() {
        IdentityParts.registered(world);
        configure("openchami.auth.client.refresh-token", "r");
        world.authority.refreshTokens.add("r");
        world.start();
        world.pass(PlayedAuthority.LIFE.dividedBy(60));

        assertThat(world.authority.calls).containsExactly("update bss CONFIGURATION", "refresh r");
    }

    @Test
    void aChangeThatCanNotBeMadeNowLeavesTokensComing() {
        world.start();
        world.pass(PlayedAuthority.LIFE.dividedBy(60));
        configure("openchami.auth.peers.smd.scopes", "smd.read,smd.write");
        world.authority.refusals.add(new UnavailableException(URI.create("http://hydra:4445"), "HTTP 503"));
        Identity identity = world.start();
        world.pass(PlayedAuthority.LIFE.dividedBy(60));

        assertThat(world.authority.calls).containsExactly("update bss CONFIGURATION", "token bss");
        assertThat(identity.snapshot().usable()).isTrue();
    }

    @Test
    void aClientThatIsTwiceNotThereToBeChangedIsRegisteredAnew() {
        IdentityParts parts = IdentityParts.registered(world);
        world.authority.clients.clear();
        world.authority.refusals.add(Refusals.notThere());

        world.await(parts.registration.change(Change.ROTATION, "a new key"));

        assertThat(world.authority.calls).containsExactly("update bss ROTATION", "evidence bss", "evidence bss", "register bss");
    }

    @Test
    void aClientThatIsThereAtTheSecondLookIsNotRegisteredAnew() {
        IdentityParts parts = IdentityParts.registered(world);
        world.authority.evidence.add(ClientEvidence.ABSENT);
        world.authority.refusals.add(Refusals.notThere());

        assertThat(catchThrowable(() -> world.await(parts.registration.change(Change.ROTATION, "a new key")))).isNotNull();
        assertThat(world.authority.count("register")).isZero();
        assertThat(world.authority.count("evidence")).isEqualTo(2);
    }

    @Test
    void aClientThatIsNotThereIsNotBelievedToAnAuthorityWithoutItsKeys() {
        IdentityParts parts = IdentityParts.registered(world);
        world.authority.keySetRead = false;
        world.authority.evidence.add(ClientEvidence.ABSENT);
        world.authority.refusals.add(Refusals.notThere());

        assertThat(catchThrowable(() -> world.await(parts.registration.change(Change.ROTATION, "a new key")))).isNotNull();
        assertThat(world.authority.count("register")).isZero();
    }
}
