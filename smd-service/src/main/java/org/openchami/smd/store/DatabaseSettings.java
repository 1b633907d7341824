package org.openchami.smd.store;

import io.smallrye.config.ConfigMapping;

/**
 * What the deployment must say of the database; the datasources are made of it. Without one of them the start ends at once, with the
 * name of what is missing.
 */
@ConfigMapping(prefix = "smd.database")
public interface DatabaseSettings {

    /** {@code postgresql://host:port/database}, without credentials. */
    String url();

    String user();

    String password();
}
