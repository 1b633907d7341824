package org.openchami.auth.inbound;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.openchami.auth.context.InboundCall;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses paths that two readers could read in two ways, before anybody reads them: matrix parameters, dot segments, and slashes, semicolons
 * and NULs that come encoded. Path policies were bypassed with them (CVE-2026-39852, CVE-2026-50559).
 */
@Singleton
class RawPathGuard {
    private static final int BEFORE_AUTHENTICATION = 900;
    private static final Pattern AMBIGUOUS = Pattern.compile(";|\\\\|%(3b|2f|5c|00)|(?:^|/)(?:\\.|%2e){1,2}(?:/|$)",
            Pattern.CASE_INSENSITIVE);

    void install(@Observes Filters filters) {
        filters.register(RawPathGuard::check, BEFORE_AUTHENTICATION);
    }

    private static void check(RoutingContext request) {
        String path = request.request().path();
        if (path != null && AMBIGUOUS.matcher(path).find()) {
            InboundCall.of(request).reason("ambiguous path");
            request.response().setStatusCode(400).putHeader("Content-Type", "text/plain; charset=utf-8").end("ambiguous path\n");
        } else {
            request.next();
        }
    }
}
