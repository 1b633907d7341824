package org.openchami.auth.registration;

import org.openchami.auth.authority.Asking;
import org.openchami.auth.config.Settings;

import io.vertx.core.Vertx;

/** Hydra's admin API as a service asks it. */
public final class AdminOf {

    private AdminOf() {}

    public static HydraAdmin settings(Vertx vertx, Settings settings) {
        return new HydraAdmin(Asking.with(vertx, settings), settings);
    }
}
