package org.openchami.auth.test;

import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;

/** Pages that no REST resource serves. */
class Pages {
    void install(@Observes Router router) {
        router.get("/pages/start").handler(request -> request.response().end("start"));
        router.get("/other/start").handler(request -> request.response().end("start"));
    }
}
