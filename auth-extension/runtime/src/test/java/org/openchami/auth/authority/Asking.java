package org.openchami.auth.authority;

import org.openchami.auth.config.Settings;

import io.vertx.core.Vertx;

/** The client as a service has it that configures no TLS. */
public final class Asking {

    private Asking() {}

    public static AuthorityClient with(Vertx vertx, Settings settings) {
        return new AuthorityClient(vertx, settings, null);
    }
}
