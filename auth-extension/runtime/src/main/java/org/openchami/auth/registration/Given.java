package org.openchami.auth.registration;

import org.openchami.auth.credential.StoredIdentity;

import io.smallrye.mutiny.Uni;

/** A client that an operator registered: nothing is registered, changed, asked or deleted from here. */
final class Given implements Registrar {

    @Override
    public Uni<Acknowledged> register(ClientMetadata metadata, StoredIdentity identity) {
        return refused();
    }

    @Override
    public Uni<Acknowledged> update(ClientMetadata metadata, StoredIdentity identity, Change change) {
        return refused();
    }

    @Override
    public Uni<ClientEvidence> evidence(StoredIdentity identity) {
        return Uni.createFrom().item(ClientEvidence.UNKNOWN);
    }

    @Override
    public Uni<Void> delete(StoredIdentity identity) {
        return Uni.createFrom().voidItem();
    }

    private static <T> Uni<T> refused() {
        return Uni.createFrom().failure(new RegistrationException("The registration stays as it is",
                "openchami.auth.registration.kind is given, so an operator has it in hand",
                "let the operator mend the client at the authority and, if its secret or key changed, put the new one into "
                        + "openchami.auth.client.secret-file or key-file"));
    }
}
