package org.openchami.auth.config;

import java.util.Optional;

/** How this service registers itself at the authority. */
public interface RegistrationConfig {

    /** The address of Hydra's admin API. Required where there are peers. */
    Optional<String> url();

    /**
     * The {@code aud} of our client assertions (RFC 7523 section 3), where the authority knows its token endpoint by another address
     * than we do. Default: the token endpoint.
     */
    Optional<String> assertionAudience();
}
