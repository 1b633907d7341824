package org.openchami.smd.api;

import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;

/** Answers what lies outside of the interface in the words of {@link Routes}. */
class UnknownPath {

    static final String TEXT = "404 page not found\n";

    void last(@Observes Router router) {
        router.route().last()
                .handler(request -> request.response().setStatusCode(404).putHeader("Content-Type", "text/plain; charset=utf-8")
                        .end(TEXT));
    }
}
