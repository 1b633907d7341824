package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryStoreTest {
    private final IdentityStore store = IdentityStore.inMemory();

    @Test
    void itIsEmptyAtFirst() {
        assertThat(store.load()).isEmpty();
    }

    @Test
    void whatWasStoredIsLoaded() {
        store.save(IdentityOf.registered("first"));
        store.save(IdentityOf.registered("second"));

        assertThat(store.load().flatMap(StoredIdentity::client).flatMap(StoredClient::acknowledged)).contains("second");
    }

    @Test
    void ofTwoFirstIdentitiesTheQuickerOneIsKept() {
        StoredIdentity first = IdentityOf.registered("first");

        assertThat(store.create(first)).isSameAs(first);
        assertThat(store.create(IdentityOf.registered("second"))).isSameAs(first);
    }

    @Test
    void aClearedStoreIsEmpty() {
        store.save(IdentityOf.fresh());
        store.clear();

        assertThat(store.load()).isEmpty();
    }

    @Test
    void theLockIsHeldByOne() {
        IdentityStore.Lock first = store.tryLock().orElseThrow();
        assertThat(store.tryLock()).isEmpty();

        first.close();
        IdentityStore.Lock second = store.tryLock().orElseThrow();
        first.close();
        assertThat(store.tryLock()).isEmpty();
        second.close();
    }
}
