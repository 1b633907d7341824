package org.openchami.auth.inbound;

import java.util.Optional;

import org.openchami.auth.AnonymousCall;

import io.vertx.ext.web.RoutingContext;

/** A request as an {@link org.openchami.auth.OriginResolver} sees it. */
record RequestWithoutCredential(String address, RoutingContext request) implements AnonymousCall {

    @Override
    public String path() {
        return request.normalizedPath();
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(request.request().getParam(name));
    }
}
