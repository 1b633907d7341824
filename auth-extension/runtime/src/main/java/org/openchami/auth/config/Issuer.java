package org.openchami.auth.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An authority whose access tokens are trusted, after its configuration was checked.
 *
 * @param name what it is called here; the main one is {@link #MAIN}
 * @param iss the {@code iss} of its tokens, to the letter
 * @param algorithms the JWA names its tokens may be signed with
 * @param audiences one of which a token must name
 * @param notBefore tokens issued earlier are refused; {@code notBeforeFile} says the same while the service runs
 * @param maxLifetime the longest time a token may last from its issue
 * @param kidOptional whether a token without a key id is taken where exactly one key fits
 */
public record Issuer(String name, String iss, KeyOrigin keys, Set<String> algorithms, Set<String> audiences, Profile profile,
        ClaimPaths claims, Optional<Instant> notBefore, Optional<Path> notBeforeFile, Duration maxLifetime, boolean kidOptional) {
    /** The name of the authority that this service itself is registered at. */
    public static final String MAIN = "authority";
}
