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
     * @param clientId the client id at the authority; the one asked for, while there is none
     * @param mode what the configuration amounts to: {@code none}, {@code hydra}, {@code dynamic}, {@code given} or {@code access-only}
     * @param state {@code unused}, {@code nothing}, {@code key made}, {@code registered}, {@code token held}, {@code renewing}, {@code stale},
     *     {@code rejected}, {@code forgotten}, {@code refused} or {@code ended}: the guide draws them
     * @param usable whether every peer's token is held, or none is needed
     * @param cause what led to this state
     * @param since when it did
     * @param expiresAt when the first of the held tokens ends
     * @param problem what is wrong, and its cure
     */
    record Description(String clientId, String mode, String state, boolean usable, String cause, Instant since,
            Optional<Instant> expiresAt, Optional<String> problem) {}
}
