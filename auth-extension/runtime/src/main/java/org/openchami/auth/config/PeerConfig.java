package org.openchami.auth.config;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** A service that this one may call. */
public interface PeerConfig {

    /** What it is shown. */
    enum Authentication {
        /** A token: the user's or our own. */
        BEARER,
        /** A user name and a password (RFC 7617), for a peer that knows no tokens; never a user's token. */
        BASIC
    }

    /** Its origin: scheme, host and port. Calls to any other origin get no token. Required. */
    Optional<String> url();

    /** The audience of the tokens it accepts. Default: the peer's name. */
    Optional<String> audience();

    /** The scopes to ask for when calling as this service. Default: {@code <peer>.read}. */
    Optional<List<String>> scopes();

    /** {@code bearer}, or {@code basic} for a peer that knows no tokens. */
    @WithDefault("bearer")
    Authentication authentication();

    /** The user name for {@code basic}. */
    Optional<String> username();

    /** The password for {@code basic}. Better in a file. */
    Optional<String> password();

    /** A file with the password for {@code basic}; read for every call. */
    Optional<String> passwordFile();
}
