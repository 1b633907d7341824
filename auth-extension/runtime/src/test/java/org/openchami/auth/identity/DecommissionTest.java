package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.RegistrationException.Kind;

class DecommissionTest {
    private static final Duration DAY = Duration.ofDays(1);
    private IdentityWorld world = new IdentityWorld();

    private Identity started() {
        Identity identity = world.start();
        world.pass(Duration.ofMinutes(1));
        return identity;
    }

    @Test
    void ourClientIsDeletedAndForgottenHere() {
        world.await(started().decommission());

        assertThat(world.authority.clients).isEmpty();
        assertThat(world.store.content()).isNull();
    }

    @Test
    void nothingIsAskedAfterIt() {
        world.await(started().decommission());
        List<String> before = List.copyOf(world.authority.calls);
        world.pass(DAY);

        assertThat(world.authority.calls).isEqualTo(before);
        assertThat(world.store.content()).isNull();
    }

    @Test
    void theTokenThatIsHeldIsServedToItsEnd() {
        Identity identity = started();
        world.await(identity.decommission());

        assertThat(world.await(identity.token("smd")).reveal()).startsWith("token-");
    }

    @Test
    void aClientThatWasNeverRegisteredIsNotDeleted() {
        world.authority.refusals.add(Refusals.of(Kind.REFUSED));
        Identity identity = world.process();
        world.await(identity.decommission());

        assertThat(world.authority.calls).isEmpty();
    }

    @Test
    void aClientOfAnOperatorIsNotDeleted() {
        world = new IdentityWorld("openchami.auth.registration.kind", "given", "openchami.auth.client.id", "bss-1",
                "openchami.auth.client.authentication", "client_secret_basic", "openchami.auth.client.secret", "a-secret-of-an-operator");
        world.await(started().decommission());

        assertThat(world.authority.count("delete")).isZero();
    }

    @Test
    void aDeletionThatIsRefusedKeepsWhatProvesUs() {
        Identity identity = started();
        world.authority.refusals.add(Refusals.of(Kind.REFUSED));

        assertThat(catchThrowable(() -> world.await(identity.decommission()))).isNotNull();
        assertThat(world.store.content().client()).map(StoredClient::id).contains("bss");
    }

    @Test
    void afterADeletionThatIsRefusedNothingIsAskedEither() {
        Identity identity = started();
        world.authority.refusals.add(Refusals.of(Kind.REFUSED));
        catchThrowable(() -> world.await(identity.decommission()));
        int before = world.authority.calls.size();
        world.pass(DAY);

        assertThat(world.authority.calls).hasSize(before);
    }

    @Test
    void theFormerClientIsDeletedToo() {
        world = new IdentityWorld("openchami.auth.registration.kind", "dynamic", "openchami.auth.registration.url",
                "http://hydra:4444/oauth2/register");
        IdentityParts parts = IdentityParts.registered(world);
        world.await(parts.registration.anew(parts.registration.clientId(), "it is forgotten"));
        world.await(world.process().decommission());

        assertThat(world.authority.clients).isEmpty();
    }
}
