package org.openchami.auth.config;

import java.util.Optional;

import io.smallrye.config.WithDefault;

/** How this service comes to be known at the authority. */
public interface RegistrationConfig {

    /** Who registers this service, and where. */
    enum Kind {
        /** This service, at Hydra's admin API. */
        HYDRA,
        /** This service, by dynamic client registration (RFC 7591 and 7592). */
        DYNAMIC,
        /** An operator has registered it; nothing is registered or repaired from here. */
        GIVEN
    }

    /** {@code hydra}: at Hydra's admin API. {@code dynamic}: by RFC 7591 and 7592. {@code given}: an operator did; see {@code client}. */
    @WithDefault("hydra")
    Kind kind();

    /** The address of Hydra's admin API, or of the registration endpoint of RFC 7591. Required where there are peers, except for {@code given}. */
    Optional<String> url();

    /** The initial access token (RFC 7591 section 3), where dynamic registration asks for one. */
    Optional<String> initialAccessToken();

    /** A file with the initial access token. Read anew for each registration. */
    Optional<String> initialAccessTokenFile();

    /**
     * The {@code aud} of our client assertions (RFC 7523 section 3), where the authority knows its token endpoint by another address
     * than we do. Default: the token endpoint.
     */
    Optional<String> assertionAudience();

    /** Whether an orderly shutdown deletes the client and forgets the identity: for a service that goes for good. */
    @WithDefault("false")
    boolean deleteOnShutdown();
}
