package org.openchami.auth.testing.authority;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How an {@link Authority} is to be.
 *
 * @param issuer the {@code iss} of its tokens
 * @param accessTokenLifespan how long its tokens live, where a client has no lifespan of its own
 * @param registration whether anyone may register clients at the public API (RFC 7591)
 * @param directory where clients and keys stay for the next start; kept in memory only when empty
 * @param clock its only source of time
 */
public record AuthorityOptions(int publicPort, int adminPort, String issuer, Duration accessTokenLifespan, boolean registration,
        Optional<Path> directory, Clock clock) {}
