package org.openchami.bss.store;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/** Where the boot parameters are kept. Read by the datasources' own settings; here so that a missing key stops the start by its name. */
@Unremovable
@ConfigMapping(prefix = "bss.database")
interface DatabaseConfig {

    /** {@code postgresql://host:port/database}. */
    String url();

    String user();

    String password();
}
