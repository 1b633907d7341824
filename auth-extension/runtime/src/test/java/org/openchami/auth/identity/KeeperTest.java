package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.credential.StoredRefresh;
import org.openchami.auth.secret.Secret;

class KeeperTest {
    private final IdentityWorld world = new IdentityWorld();
    private final IdentityParts parts = new IdentityParts(world);
    private final Keeper keeper = parts.keeper;

    private static StoredIdentity named(StoredIdentity identity, String id) {
        return identity.with(StoredClient.named(id));
    }

    private static StoredIdentity spent(StoredIdentity identity, String token) {
        return identity.with(new StoredRefresh(Optional.of(Secret.of(token)), Optional.empty()));
    }

    @Test
    void whatIsSavedIsInMemoryAndInTheStore() {
        world.await(keeper.save(identity -> spent(identity, "next")));

        assertThat(world.store.content()).isEqualTo(keeper.now());
        assertThat(keeper.now().refresh().successor()).contains(Secret.of("next"));
    }

    @Test
    void theFirstIdentityIsStoredBeforeItIsUsed() {
        assertThat(world.store.content()).isEqualTo(keeper.now());
    }

    @Test
    void whatIsStoredAlreadyIsUsed() {
        assertThat(new IdentityParts(world).keeper.now()).isEqualTo(keeper.now());
    }

    @Test
    void aReloadTakesOverWhatAnotherProcessStored() {
        StoredIdentity theirs = spent(world.store.content(), "theirs");
        world.store.put(theirs);

        assertThat(world.await(keeper.reload())).isTrue();
        assertThat(keeper.now()).isEqualTo(theirs);
    }

    @Test
    void aReloadOfTheSameIsNoChange() {
        assertThat(world.await(keeper.reload())).isFalse();
    }

    @Test
    void aFullDiskIsATypedFailureAndTheChangeStaysInMemory() {
        world.store.full = true;

        Throwable failure = catchThrowable(() -> world.await(keeper.save(identity -> spent(identity, "next"))));

        assertThat(NoTokenException.of(failure)).isInstanceOfSatisfying(NoTokenException.class,
                told -> assertThat(told.refused()).isTrue());
        assertThat(keeper.now().refresh().successor()).contains(Secret.of("next"));
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenAtTheNextReload() {
        world.store.full = true;
        catchThrowable(() -> world.await(keeper.save(identity -> spent(identity, "next"))));
        world.store.full = false;

        world.await(keeper.reload());

        assertThat(world.store.content().refresh().successor()).contains(Secret.of("next"));
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenOnTopOfWhatAnotherProcessStored() {
        world.store.full = true;
        catchThrowable(() -> world.await(keeper.save(identity -> spent(identity, "next"))));
        world.store.full = false;
        SigningKey theirs = SigningKey.generate();
        world.store.put(world.store.content().with(world.store.content().keys().preparing(theirs)));

        world.await(keeper.reload());

        assertThat(world.store.content().refresh().successor()).contains(Secret.of("next"));
        assertThat(world.store.content().keys().next()).contains(theirs);
        assertThat(keeper.now()).isEqualTo(world.store.content());
    }

    @Test
    void twoChangesThatCouldNotBeWrittenAreBothWrittenInTheirOrder() {
        world.store.full = true;
        catchThrowable(() -> world.await(keeper.save(identity -> named(identity, "one"))));
        catchThrowable(() -> world.await(keeper.save(identity -> named(identity, "two"))));
        world.store.full = false;
        world.store.put(spent(world.store.content(), "theirs"));

        world.await(keeper.reload());

        assertThat(world.store.content().refresh().successor()).contains(Secret.of("theirs"));
        assertThat(world.store.content().client()).map(StoredClient::id).contains("two");
        assertThat(world.store.content().former()).map(StoredClient::id).contains("one");
    }

    @Test
    void whatWasWrittenAtLastIsNotWrittenAgain() {
        world.store.full = true;
        catchThrowable(() -> world.await(keeper.save(identity -> spent(identity, "next"))));
        world.store.full = false;
        world.await(keeper.reload());
        world.store.put(spent(world.store.content(), "theirs"));

        world.await(keeper.reload());

        assertThat(world.store.content().refresh().successor()).contains(Secret.of("theirs"));
    }

    @Test
    void aStoreThatWasEmptiedIsWrittenAgain() {
        world.store.clear();

        world.await(keeper.reload());

        assertThat(world.store.content()).isEqualTo(keeper.now());
    }
}
