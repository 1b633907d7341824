package org.openchami.auth.config;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** A service that may call this one as itself. */
public interface ClientConfig {

    /** What a client may do. */
    enum Access {
        /** GET, HEAD and OPTIONS alone. */
        READ,
        /** Every method. */
        WRITE
    }

    /** Where that service publishes the keys it signs its call contexts with: {@code http://<service>/q/auth/jwks.json}. */
    Optional<String> jwks();

    /** The scopes it may use here, whatever its token says. Default: none. */
    Optional<List<String>> scopes();

    /**
     * On whose behalf it may call with its own token: {@code node}, {@code service}, {@code user}, {@code unknown}. A user whose token comes along
     * needs no entry.
     */
    Optional<List<String>> origins();

    /** Where it may call from: networks as CIDR, or names of {@code networks}. Default: anywhere. */
    Optional<List<String>> addresses();

    /** Whether it may change anything. */
    @WithDefault("write")
    Access access();

    /** The RFC 7638 thumbprints of the keys it may sign call contexts and DPoP proofs with. Default: any that it publishes. */
    Optional<List<String>> keyThumbprints();

    /** The name of the issuer whose tokens it comes with. */
    @WithDefault(Issuer.MAIN)
    String issuer();
}
