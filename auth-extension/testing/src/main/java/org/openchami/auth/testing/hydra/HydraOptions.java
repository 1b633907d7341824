package org.openchami.auth.testing.hydra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import org.openchami.auth.testing.postgres.Postgres;

/**
 * How a {@link Hydra} is to be.
 *
 * @param publicPort loopback port of the public API; a free one when empty
 * @param adminPort loopback port of the admin API; a free one when empty
 * @param postgres the server that holds its database; one of its own when empty
 * @param database the database that stays for the next start; a new one, dropped at the end, when empty
 * @param directory where its configuration, system secret and log stay; temporary when empty
 * @param issuer the {@code iss} of its tokens; the public URL when empty
 * @param accessTokenLifespan how long its tokens live
 * @param signingAlgorithm {@code ES256} and the like get a key at the start; {@code RS256} leaves it to Hydra, which makes
 *        an RSA key of 4096 bits (seconds, not milliseconds)
 * @param registration whether anyone may register clients at the public API (RFC 7591)
 * @param maxConnections how many connections to its database it may have; when more token requests than that run at once,
 *        Hydra stands still until their callers hang up
 */
public record HydraOptions(OptionalInt publicPort, OptionalInt adminPort, Optional<Postgres> postgres, Optional<String> database,
        Optional<Path> directory, Optional<String> issuer, Duration accessTokenLifespan, String signingAlgorithm, boolean registration,
        int maxConnections) {
    public static final String OWN_DEFAULT = "RS256";

    public static HydraOptions defaults() {
        return new HydraOptions(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Duration.ofMinutes(5), "ES256", false, 64);
    }

    public HydraOptions withPorts(int fixedPublic, int fixedAdmin) {
        return new HydraOptions(OptionalInt.of(fixedPublic), OptionalInt.of(fixedAdmin), postgres, database, directory, issuer,
                accessTokenLifespan, signingAlgorithm, registration, maxConnections);
    }

    public HydraOptions withPostgres(Postgres server) {
        return new HydraOptions(publicPort, adminPort, Optional.of(server), database, directory, issuer, accessTokenLifespan,
                signingAlgorithm, registration, maxConnections);
    }

    /** Clients, keys and tokens stay in that database, the system secret that reads them in that directory. */
    public HydraOptions keptIn(String keptDatabase, Path keptDirectory) {
        return new HydraOptions(publicPort, adminPort, postgres, Optional.of(keptDatabase), Optional.of(keptDirectory), issuer,
                accessTokenLifespan, signingAlgorithm, registration, maxConnections);
    }

    public HydraOptions withIssuer(String url) {
        return new HydraOptions(publicPort, adminPort, postgres, database, directory, Optional.of(url), accessTokenLifespan,
                signingAlgorithm, registration, maxConnections);
    }

    public HydraOptions withAccessTokenLifespan(Duration lifespan) {
        return new HydraOptions(publicPort, adminPort, postgres, database, directory, issuer, lifespan, signingAlgorithm, registration,
                maxConnections);
    }

    public HydraOptions withSigningAlgorithm(String algorithm) {
        return new HydraOptions(publicPort, adminPort, postgres, database, directory, issuer, accessTokenLifespan, algorithm, registration,
                maxConnections);
    }

    public HydraOptions withRegistration() {
        return new HydraOptions(publicPort, adminPort, postgres, database, directory, issuer, accessTokenLifespan, signingAlgorithm, true,
                maxConnections);
    }

    public HydraOptions withMaxConnections(int connections) {
        return new HydraOptions(publicPort, adminPort, postgres, database, directory, issuer, accessTokenLifespan, signingAlgorithm,
                registration, connections);
    }
}
