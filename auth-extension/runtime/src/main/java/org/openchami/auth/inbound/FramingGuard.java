package org.openchami.auth.inbound;

import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Leaves no room for a second request hidden behind the first one's body (RFC 9112 sections 6.1 and 11.2): the only transfer coding is
 * {@code chunked}, and a connection that brought a chunked request, maybe with a length beside it, serves no other.
 */
@Singleton
class FramingGuard {
    private static final int FIRST = 910;

    void install(@Observes Filters filters) {
        filters.register(FramingGuard::check, FIRST);
    }

    private static void check(RoutingContext request) {
        HttpServerRequest arrived = request.request();
        if (!arrived.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            request.next();
            return;
        }
        List<String> codings = arrived.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        arrived.response().putHeader("Connection", "close");
        request.addEndHandler(ended -> arrived.connection().close());
        if (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked")) {
            request.next();
        } else {
            Answers.ambiguous(request, "length");
        }
    }
}
