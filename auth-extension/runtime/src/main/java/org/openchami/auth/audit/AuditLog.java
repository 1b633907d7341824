package org.openchami.auth.audit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.openchami.auth.config.HttpPaths;
import org.openchami.auth.context.InboundCall;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Writes one line of JSON for every request that was let in or refused, when its answer is sent, on the logger {@code openchami.audit}. */
@Singleton
class AuditLog {
    private static final Logger AUDIT = Logger.getLogger("openchami.audit");
    private static final int OUTERMOST = 1000;

    private final AuditRecord records;
    private final HttpPaths paths;

    @Inject
    AuditLog(AuditRecord records, HttpPaths paths) {
        this.records = records;
        this.paths = paths;
    }

    void install(@Observes Filters filters) {
        filters.register(this::watch, OUTERMOST);
    }

    private void watch(RoutingContext request) {
        // as it is routed: the raw path could pretend to be one of ours
        if (AUDIT.isInfoEnabled() && !paths.own(request.normalizedPath())) {
            InboundCall call = InboundCall.of(request);
            request.addEndHandler(ended -> AUDIT.info(records.of(request, call, ended.succeeded())));
        }
        request.next();
    }
}
