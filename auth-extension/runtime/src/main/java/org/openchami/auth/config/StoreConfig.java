package org.openchami.auth.config;

import io.smallrye.config.WithDefault;

/** Where the registration and its key are kept. */
public interface StoreConfig {

    /** A folder of this service's own; made with mode 0700 where it is missing, its files have mode 0600. */
    @WithDefault("state/auth")
    String directory();
}
