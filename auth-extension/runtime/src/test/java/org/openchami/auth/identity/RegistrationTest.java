package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.RegistrationException.Kind;

import io.smallrye.mutiny.Uni;

/** By Hydra's admin API, where we choose the id. */
class RegistrationTest {
    private final IdentityWorld world = new IdentityWorld();

    private void configure(String... pairs) {
        world.die();
        world.configure(pairs);
        world.authority.calls.clear();
    }

    @Test
    void aNewServiceRegistersOnceAndAsksForAToken() {
        world.start();
        world.pass(PlayedAuthority.LIFE.dividedBy(60));

        assertThat(world.authority.calls).containsExactly("register bss", "token bss");
    }

    @Test
    void aRestartRegistersNothing() {
        world.start();
        world.pass(PlayedAuthority.LIFE.dividedBy(60));
        configure();
        world.start();
        world.pass(PlayedAuthority.LIFE.dividedBy(60));

        assertThat(world.authority.calls).containsExactly("token bss");
    }

    @Test
    void whatProvesUsIsStoredBeforeTheAuthorityHearsOfUs() {
        world.authority.heard = () -> {
            assertThat(world.store.content().keys().current().kid()).isIn(world.authority.clients.get("bss").kids());
            return true;
        };
        IdentityParts.registered(world);

        assertThat(world.store.content().client().flatMap(StoredClient::acknowledged)).isPresent();
    }

    @Test
    void aLostAnswerLeavesOneClientThatWeCanProveToBe() {
        world.authority.heard = () -> false;
        world.start();
        world.pass(PlayedAuthority.LIFE.dividedBy(60));
        configure();
        world.authority.heard = () -> true;
        world.start();
        world.pass(PlayedAuthority.LIFE.dividedBy(60));

        assertThat(world.authority.clients).containsOnlyKeys("bss");
        assertThat(world.authority.calls).containsExactly("register bss", "token bss");
    }

    @Test
    void aStoreThatCanNotBeWrittenAsksNobody() {
        IdentityParts parts = new IdentityParts(world);
        world.store.full = true;

        Throwable failure = catchThrowable(() -> world.await(parts.registration.ensure()));

        assertThat(failure).isInstanceOf(NoTokenException.class);
        assertThat(world.authority.calls).isEmpty();
    }

    @Test
    void callersAtOnceRegisterOnce() {
        IdentityParts parts = new IdentityParts(world);

        world.await(Uni.join().all(parts.registration.ensure(), parts.registration.ensure(), parts.registration.ensure()).andFailFast());

        assertThat(world.authority.calls).containsExactly("register bss");
    }

    @Test
    void twoProcessesWithOneStoreRegisterOnce() {
        world.start();
        world.start();
        world.pass(PlayedAuthority.LIFE.dividedBy(60));

        assertThat(world.authority.count("register")).isEqualTo(1);
    }

    @Test
    void anAuthorityThatIsAwayIsATypedFailureThatKeepsItsRetryAfter() {
        IdentityParts parts = new IdentityParts(world);
        world.authority.refusals.add(new UnavailableException(URI.create("http://hydra:4445"), "HTTP 503"));

        assertThat(catchThrowable(() -> world.await(parts.registration.ensure()))).isInstanceOf(NoTokenException.class)
                .hasMessageContaining("HTTP 503");
        assertThat(parts.registration.known()).isFalse();
    }

    @Test
    void aRefusedRegistrationIsAnOperatorsMatter() {
        IdentityParts parts = new IdentityParts(world);
        world.authority.refusals.add(Refusals.of(Kind.REFUSED));

        assertThat(catchThrowable(() -> world.await(parts.registration.ensure())))
                .isInstanceOfSatisfying(NoTokenException.class, failure -> assertThat(failure.refused()).isTrue());
    }

    @Test
    void lessThanWasAskedForIsToldWithItsCure() {
        world.configure("openchami.auth.peers.smd.scopes", "smd.read,smd.write");
        world.authority.withholds = true;
        try (LogLines log = new LogLines()) {
            IdentityParts.registered(world);

            assertThat(log.of("OCAUTH-0209")).singleElement().asString().contains("'bss'", "smd.read", "smd.write", "Cure:");
        }
    }

    @Test
    void allThatWasAskedForIsNoNews() {
        try (LogLines log = new LogLines()) {
            IdentityParts.registered(world);

            assertThat(log.of("OCAUTH-0209")).isEmpty();
        }
    }
}
