package org.openchami.auth.identity;

import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Acknowledged;
import org.openchami.auth.registration.ClientEvidence;
import org.openchami.auth.registration.ClientMetadata;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;

/** What must be true whenever the authority is asked to do something: it stands in the store before, and a new client is asked for in need alone. */
record SimAsked(Registrar registrar, SimStore store, SimClients clients, SimStory story) implements Registrar {

    @Override
    public Uni<Acknowledged> register(ClientMetadata metadata, StoredIdentity identity) {
        mustHoldKeys(metadata);
        story.must(store.mayBeWritten(), "a client was asked for that could not be stored");
        story.must(store.content().client().filter(this::ours).isEmpty(), "another client was asked for while ours was there");
        return registrar.register(metadata, identity);
    }

    /** Of the admin API, where it is no harm, another process may have asked for it while we looked. */
    private boolean ours(StoredClient client) {
        return !clients.madeJustNow() && client.acknowledged().isPresent() && clients.lives(client.id())
                && client.registrationAccessToken().map(Secret::reveal).map(clients.get(client.id()).token()::equals)
                        .orElse(client.id().equals(SimRun.SERVICE));
    }

    @Override
    public Uni<Acknowledged> update(ClientMetadata metadata, StoredIdentity identity, Change change) {
        mustHoldKeys(metadata);
        story.must(store.content().client().filter(StoredClient::updating).isPresent(), "a change was not stored before it was asked for");
        return registrar.update(metadata, identity, change);
    }

    private void mustHoldKeys(ClientMetadata metadata) {
        var kids = store.content().keys().all().stream().map(SigningKey::kid).toList();
        story.must(kids.containsAll(SimAdmin.kids(metadata)), "a key was told that is not stored");
    }

    @Override
    public Uni<ClientEvidence> evidence(StoredIdentity identity) {
        return registrar.evidence(identity);
    }

    @Override
    public Uni<Void> delete(StoredIdentity identity) {
        return registrar.delete(identity);
    }
}
