package org.openchami.auth.config;

import java.util.Optional;

import io.smallrye.config.WithDefault;

/** Where the identity is kept. */
public interface StoreConfig {

    /** What keeps it. */
    enum Kind {
        /** Files of this service alone. */
        FILE,
        /** Nothing: each start begins anew. */
        MEMORY
    }

    /** {@code file}, or {@code memory}: then each start makes a new key and adds it to the registration. */
    @WithDefault("file")
    Kind kind();

    /** A folder of this service's own; made with mode 0700 where it is missing, its files have mode 0600. */
    @WithDefault("state/auth")
    String directory();

    /** A 256-bit key in base64 that the stored identity is encrypted with. */
    Optional<String> key();

    /** A file with such a key. */
    Optional<String> keyFile();
}
