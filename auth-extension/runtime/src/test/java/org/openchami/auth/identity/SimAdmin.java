package org.openchami.auth.identity;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Acknowledged;
import org.openchami.auth.registration.ClientEvidence;
import org.openchami.auth.registration.ClientMetadata;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;

/** The admin API: clients have the id that we choose, and are everybody's to change. */
final class SimAdmin implements Registrar {
    private final SimAuthority authority;
    private final SimClients clients;

    SimAdmin(SimAuthority authority, SimClients clients) {
        this.authority = authority;
        this.clients = clients;
    }

    @Override
    public Uni<Acknowledged> register(ClientMetadata metadata, StoredIdentity identity) {
        return change(metadata, identity, false);
    }

    @Override
    public Uni<Acknowledged> update(ClientMetadata metadata, StoredIdentity identity, Change change) {
        return change(metadata, identity, true);
    }

    private Uni<Acknowledged> change(ClientMetadata metadata, StoredIdentity identity, boolean mustBeThere) {
        String id = metadata.clientId();
        return authority.write(() -> {
            if (authority.has(SimFault.DATABASE_AWAY)) {
                return authority.silent();
            } else if (clients.has(id)) {
                clients.get(id).kids().put(identity.instance(), kids(metadata));
            } else if (mustBeThere) {
                return Uni.createFrom().failure(Refusals.notThere());
            } else {
                clients.make(id, identity.instance(), kids(metadata));
            }
            return Uni.createFrom().item(acknowledged(metadata, id, Optional.empty()));
        });
    }

    static Set<String> kids(ClientMetadata metadata) {
        return metadata.keys().stream().map(SigningKey::kid).collect(Collectors.toSet());
    }

    static Acknowledged acknowledged(ClientMetadata metadata, String id, Optional<String> token) {
        return new Acknowledged(id, Optional.empty(), token.map(Secret::of), metadata.scopes(), metadata.audiences());
    }

    @Override
    public Uni<ClientEvidence> evidence(StoredIdentity identity) {
        String id = identity.client().orElseThrow().id();
        return authority.read(() -> {
            if (authority.has(SimFault.DATABASE_AWAY)) {
                return ClientEvidence.UNKNOWN;
            }
            return clients.has(id) ? evidence(clients.get(id), identity) : ClientEvidence.ABSENT;
        }, ClientEvidence.UNKNOWN);
    }

    static ClientEvidence evidence(SimClients.Client client, StoredIdentity identity) {
        return client.provenBy(identity.keys().current().kid()) ? ClientEvidence.THERE : ClientEvidence.OTHER_KEY;
    }

    @Override
    public Uni<Void> delete(StoredIdentity identity) {
        return Uni.createFrom().failure(new IllegalStateException("a client of ours has one id, and stays"));
    }
}
