package org.openchami.bss.store;

import io.smallrye.config.ConfigMapping;

/** Where the boot parameters are kept. */
@ConfigMapping(prefix = "bss.database")
interface DatabaseConfig {

    /** {@code postgresql://host:port/database}. */
    String url();

    String user();

    String password();
}
