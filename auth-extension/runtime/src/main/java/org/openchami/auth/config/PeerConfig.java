package org.openchami.auth.config;

import java.util.List;
import java.util.Optional;

/** A service that this one may call. */
public interface PeerConfig {

    /** Its origin: scheme, host and port. Calls to any other origin get no token. Required. */
    Optional<String> url();

    /** The audience of the tokens it accepts. Default: the peer's name. */
    Optional<String> audience();

    /** The scopes to ask for when calling as this service. Default: {@code <peer>.read}. */
    Optional<List<String>> scopes();
}
