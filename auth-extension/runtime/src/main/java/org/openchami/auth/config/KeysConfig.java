package org.openchami.auth.config;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** The key sets that tokens and call contexts are checked with. */
public interface KeysConfig {

    /** The address of the authority's key set. Default: {@code <authority>/.well-known/jwks.json}. */
    Optional<String> url();

    /** How often a key set is read again. A key that is gone from it stops working then. */
    @WithDefault("60S")
    Duration refresh();

    /** The shortest time between two reads that unknown key ids cause. */
    @WithDefault("1S")
    Duration pause();

    /** How long the last good key set serves while it can't be read again, in memory and on disk; after that tokens are answered with 503. */
    @WithDefault("24H")
    Duration stale();

    /** How many callers may wait for keys that are being read; shared fairly by address. More are answered with 503 at once. */
    @WithDefault("1024")
    int maxWaiting();

    /**
     * Whether the last good key set of each issuer is kept in {@code store.directory}, so that a start while that issuer is away can judge tokens.
     * Needs {@code store.kind=file}.
     */
    @WithDefault("true")
    boolean onDisk();
}
