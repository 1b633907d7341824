package org.openchami.auth.credential;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What outlives a restart.
 *
 * @param instance tells this installation from another that has the same name and another store
 * @param keys sign our call contexts, and our client assertions where a key proves us
 * @param secret proves us where a secret does
 * @param client our client at the authority; empty while it has no id
 * @param former the client that this one took the place of, until the new one has got a token
 * @param refresh how far the refresh token of an operator is spent
 * @param orphans ids of clients that were ours and that we can no longer reach
 */
public record StoredIdentity(String instance, KeyRing keys, Optional<ClientSecret> secret, Optional<StoredClient> client,
        Optional<StoredClient> former, StoredRefresh refresh, List<String> orphans) {

    public StoredIdentity {
        orphans = List.copyOf(orphans);
    }

    /** One of which no authority has heard. */
    public static StoredIdentity fresh(String instance, KeyRing keys) {
        return new StoredIdentity(instance, keys, Optional.empty(), Optional.empty(), Optional.empty(), StoredRefresh.NONE, List.of());
    }

    public StoredIdentity with(KeyRing ring) {
        return new StoredIdentity(instance, ring, secret, client, former, refresh, orphans);
    }

    public StoredIdentity with(ClientSecret value) {
        return new StoredIdentity(instance, keys, Optional.of(value), client, former, refresh, orphans);
    }

    public StoredIdentity with(StoredRefresh spent) {
        return new StoredIdentity(instance, keys, secret, client, former, spent, orphans);
    }

    /** With this client; another one that was there is kept as the former one, and one that was so before may live on. */
    public StoredIdentity with(StoredClient registered) {
        Optional<StoredClient> replaced = client.filter(old -> !old.id().equals(registered.id()));
        StoredIdentity left = replaced.isPresent() ? settled(true) : this;
        return new StoredIdentity(instance, keys, secret, Optional.of(registered), replaced.or(() -> former), refresh, left.orphans);
    }

    /** About to have its client changed by the authority. */
    public StoredIdentity updating() {
        return client.map(was -> with(new StoredClient(was.id(), was.acknowledged(), was.registrationAccessToken(), true))).orElse(this);
    }

    /** Without the former client, whose id is noted if it may live on. */
    public StoredIdentity settled(boolean orphaned) {
        List<String> left = orphaned
                ? Stream.concat(orphans.stream(), former.stream().map(StoredClient::id)).distinct().toList()
                : orphans;
        return new StoredIdentity(instance, keys, secret, client, Optional.empty(), refresh, left);
    }
}
