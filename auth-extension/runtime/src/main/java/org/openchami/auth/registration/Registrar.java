package org.openchami.auth.registration;

import org.openchami.auth.credential.StoredIdentity;

import io.smallrye.mutiny.Uni;

/**
 * A way to be known at the authority. Every request ends within 5 s; addresses are composed, never taken from an answer. Each call fails with
 * {@link RegistrationException} if the authority refused, and with {@code UnavailableException} if it said nothing that can be used.
 */
public interface Registrar {

    /** Why a registration is changed. */
    enum Change {
        /** Our configuration changed: scopes and audiences become exactly ours. */
        CONFIGURATION,
        /** Our keys or our secret change places. */
        ROTATION,
        /** The authority has something else than we: what others added to it stays. */
        REPAIR
    }

    /** Registers us. Where we choose the id ourselves, a client that is there already is ours: an answer was lost, or another instance was first. */
    Uni<Acknowledged> register(ClientMetadata metadata, StoredIdentity identity);

    /**
     * Changes our registration in place. Fails with {@link RegistrationException.Kind#MANAGEMENT_LOST} where we may no longer, and with
     * {@link RegistrationException.Kind#NOT_THERE} where an admin API has no such client; neither says that it is gone.
     */
    Uni<Acknowledged> update(ClientMetadata metadata, StoredIdentity identity, Change change);

    /** What the authority has under our client's id; decides nothing by itself. */
    Uni<ClientEvidence> evidence(StoredIdentity identity);

    /**
     * Deletes our client; one that is not there is deleted. If other instances prove themselves as the same client, only our keys are taken from
     * it. Where RFC 7592 manages it, one that is not there and one that is no longer ours look alike: both fail as management lost.
     */
    Uni<Void> delete(StoredIdentity identity);
}
