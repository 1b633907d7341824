package org.openchami.auth;

import java.time.Instant;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** This service's own identity at the authority: registered once, its tokens held in memory and renewed ahead. */
public interface ServiceIdentity {

    /** What may be told of it; never a secret. */
    Description describe();

    /** Gets new tokens now, whatever the age of those held; those stay in use until the new ones are there. */
    Uni<Void> refresh();

    /**
     * @param clientId the client id at the authority
     * @param state {@code unused}, {@code starting}, {@code registered}, {@code usable} or {@code failing}
     * @param expiresAt when the first of the held tokens ends
     * @param problem what is wrong, and its cure
     */
    record Description(String clientId, String state, Optional<Instant> expiresAt, Optional<String> problem) {}
}
