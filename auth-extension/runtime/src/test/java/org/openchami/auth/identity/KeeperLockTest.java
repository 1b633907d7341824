package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.credential.StoredRefresh;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;

class KeeperLockTest {
    private final IdentityWorld world = new IdentityWorld();
    private final IdentityParts parts = new IdentityParts(world);
    private final Keeper keeper = parts.keeper;

    private static StoredIdentity spent(StoredIdentity identity, String token) {
        return identity.with(new StoredRefresh(Optional.of(Secret.of(token)), Optional.empty()));
    }

    @Test
    void aLockThatIsHeldForLongIsATypedFailureAndNothingIsDone() {
        world.store.tryLock();
        boolean[] done = {false};
        Duration before = world.time.now();

        Throwable failure = catchThrowable(() -> world.await(keeper.exclusively(() -> {
            done[0] = true;
            return Uni.createFrom().voidItem();
        })));

        assertThat(failure).isInstanceOf(NoTokenException.class).hasMessageContaining("another process");
        assertThat(done[0]).isFalse();
        assertThat(world.time.now().minus(before)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    }

    @Test
    void aLockThatIsFreedInTimeIsTaken() {
        var lock = world.store.tryLock().orElseThrow();
        world.time.after(Duration.ofSeconds(2), lock::close);

        assertThat(world.await(keeper.exclusively(() -> Uni.createFrom().item("done")))).isEqualTo("done");
    }

    @Test
    void theLockIsFreedWhenTheWorkFails() {
        catchThrowable(() -> world.await(keeper.exclusively(() -> Uni.createFrom().failure(new IllegalStateException("broken")))));

        assertThat(world.store.tryLock()).isPresent();
    }

    @Test
    void underTheLockTheWorkSeesWhatAnotherProcessStored() {
        world.store.put(spent(world.store.content(), "theirs"));

        Optional<Secret> seen = world.await(keeper.exclusively(() -> Uni.createFrom().item(keeper.now().refresh().successor())));

        assertThat(seen).contains(Secret.of("theirs"));
    }
}
