package org.openchami.auth.identity;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.openchami.auth.credential.IdentityStore;
import org.openchami.auth.credential.StoredIdentity;

import io.smallrye.mutiny.Uni;

/**
 * Keeps the identity in memory and in the store, the same in both. Changes are made by one at a time among all processes that share the store, on
 * what the store holds then. What can't be written for now stays in memory, and is written as soon as it can be.
 */
final class Keeper {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int STEPS = 50;

    private final IdentityStore store;
    private final Surroundings around;
    private volatile StoredIdentity identity;
    /** What the store held when we last saw or wrote it. */
    private StoredIdentity stored;
    /** The changes that could not be written. */
    private UnaryOperator<StoredIdentity> unwritten = UnaryOperator.identity();

    Keeper(IdentityStore store, Surroundings around) {
        this.store = store;
        this.around = around;
    }

    /** What is stored, made to fit the configuration; or else the first, which then is stored. Blocks: for the start only. */
    synchronized StoredIdentity load(Supplier<StoredIdentity> first, UnaryOperator<StoredIdentity> fitting) {
        stored = store.load().orElseGet(() -> store.create(first.get()));
        identity = stored;
        StoredIdentity fit = fitting.apply(stored);
        return fit.equals(stored) ? stored : write(now -> fit);
    }

    StoredIdentity now() {
        return identity;
    }

    /** Takes over what another process has stored; gives whether that was something else. */
    Uni<Boolean> reload() {
        return around.blocking().call(() -> reloaded(false)).chain(changed -> owing()
                ? exclusively(() -> Uni.createFrom().item(changed))
                : Uni.createFrom().item(changed));
    }

    /** Whether the store still lacks a change of ours: it is written when nobody else is changing anything. */
    private synchronized boolean owing() {
        return !identity.equals(stored);
    }

    // with write, one after the other: what was read before a write must not take its place
    private synchronized boolean reloaded(boolean alone) {
        StoredIdentity before = identity;
        Optional<StoredIdentity> found = store.load();
        if (found.isPresent() && !found.get().equals(stored)) {
            stored = found.get();
            identity = changed(stored);
        }
        if (found.isEmpty() || alone && !identity.equals(stored)) {
            write(UnaryOperator.identity());
        }
        return !identity.equals(before);
    }

    /** With our changes, unless what another process stored leaves them without sense. */
    private StoredIdentity changed(StoredIdentity found) {
        try {
            return unwritten.apply(found);
        } catch (NoSuchElementException e) {
            return found;
        }
    }

    /** Does this while no other process changes the registration, after having taken over what another one did. */
    <T> Uni<T> exclusively(Supplier<Uni<T>> work) {
        return lock(STEPS).chain(lock -> around.blocking().call(() -> reloaded(true)).chain(changed -> work.get()).onTermination()
                .call(() -> around.blocking().call(() -> {
                    lock.close();
                    return null;
                })));
    }

    private Uni<IdentityStore.Lock> lock(int steps) {
        return around.blocking().call(store::tryLock).chain(lock -> {
            if (lock.isPresent()) {
                return Uni.createFrom().item(lock.get());
            }
            return steps > 0
                    ? around.pause(STEP).chain(() -> lock(steps - 1))
                    : Uni.createFrom().failure(
                            NoTokenException.now("another process with the same store is changing the registration", Optional.empty()));
        });
    }

    /** Changes what is kept. */
    Uni<StoredIdentity> save(UnaryOperator<StoredIdentity> change) {
        return around.blocking().call(() -> write(change));
    }

    private synchronized StoredIdentity write(UnaryOperator<StoredIdentity> change) {
        UnaryOperator<StoredIdentity> earlier = unwritten;
        identity = change.apply(identity);
        unwritten = now -> change.apply(earlier.apply(now));
        store.save(identity);
        stored = identity;
        unwritten = UnaryOperator.identity();
        return identity;
    }

    /** Forgets it all. */
    Uni<Void> clear() {
        return around.blocking().call(() -> {
            store.clear();
            return null;
        });
    }
}
