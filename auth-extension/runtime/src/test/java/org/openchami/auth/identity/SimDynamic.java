package org.openchami.auth.identity;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Acknowledged;
import org.openchami.auth.registration.ClientEvidence;
import org.openchami.auth.registration.ClientMetadata;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;

/** RFC 7591 and 7592: each registration makes a new client, and each change replaces the token that the next one needs. */
final class SimDynamic implements Registrar {
    private final SimAuthority authority;
    private final SimClients clients;
    private final SimSaidOnce once;
    private final AtomicBoolean alive;

    /** @param alive whether the process that asks is */
    SimDynamic(SimAuthority authority, SimClients clients, SimSaidOnce once, AtomicBoolean alive) {
        this.authority = authority;
        this.clients = clients;
        this.once = once;
        this.alive = alive;
    }

    @Override
    public Uni<Acknowledged> register(ClientMetadata metadata, StoredIdentity identity) {
        return authority.write(() -> {
            if (authority.has(SimFault.DATABASE_AWAY)) {
                return authority.silent();
            }
            String id = clients.make("dyn-" + (clients.made() + 1), identity.instance(), SimAdmin.kids(metadata));
            once.says(id);
            return Uni.createFrom().item(SimAdmin.acknowledged(metadata, id, Optional.of(clients.get(id).token())));
        }).invoke(acknowledged -> once.heard(acknowledged.clientId(), alive));
    }

    @Override
    public Uni<Acknowledged> update(ClientMetadata metadata, StoredIdentity identity, Change change) {
        return managed(identity, client -> {
            client.registrationAccessToken().map(Secret::reveal).ifPresent(once::over);
            String token = clients.replace(client.id(), identity.instance(), SimAdmin.kids(metadata));
            once.says(token);
            return SimAdmin.acknowledged(metadata, client.id(), Optional.of(token));
        }).invoke(acknowledged -> acknowledged.registrationAccessToken().map(Secret::reveal).ifPresent(token -> once.heard(token, alive)));
    }

    @Override
    public Uni<Void> delete(StoredIdentity identity) {
        return managed(identity, client -> {
            clients.delete(client.id());
            return client;
        }).replaceWithVoid();
    }

    private <T> Uni<T> managed(StoredIdentity identity, Function<StoredClient, T> work) {
        StoredClient client = identity.client().orElseThrow();
        if (client.registrationAccessToken().isEmpty()) {
            return Uni.createFrom().failure(Refusals.managementLost());
        }
        return authority.write(() -> manages(client)
                ? Uni.createFrom().item(work.apply(client))
                : Uni.createFrom().failure(Refusals.managementLost()));
    }

    /** An authority that can't read its database says that it does not. */
    private boolean manages(StoredClient client) {
        return !authority.has(SimFault.DATABASE_AWAY) && clients.has(client.id())
                && client.registrationAccessToken().map(Secret::reveal).filter(clients.get(client.id()).token()::equals).isPresent();
    }

    @Override
    public Uni<ClientEvidence> evidence(StoredIdentity identity) {
        StoredClient client = identity.client().orElseThrow();
        return authority.read(() -> manages(client) ? SimAdmin.evidence(clients.get(client.id()), identity) : ClientEvidence.REFUSED,
                ClientEvidence.UNKNOWN);
    }
}
