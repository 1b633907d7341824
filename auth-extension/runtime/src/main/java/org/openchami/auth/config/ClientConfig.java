package org.openchami.auth.config;

import java.util.List;
import java.util.Optional;

/** A service that may call this one as itself. */
public interface ClientConfig {

    /** Where that service publishes the keys it signs its call contexts with: {@code http://<service>/q/auth/jwks.json}. */
    Optional<String> jwks();

    /** The scopes it may use here, whatever its token says. Default: none. */
    Optional<List<String>> scopes();

    /**
     * On whose behalf it may call with its own token: {@code node}, {@code service}, {@code user}, {@code unknown}. A user whose token comes along
     * needs no entry.
     */
    Optional<List<String>> origins();
}
