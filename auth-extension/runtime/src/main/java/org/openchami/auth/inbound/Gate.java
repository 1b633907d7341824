package org.openchami.auth.inbound;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.HttpPaths;
import org.openchami.auth.context.InboundCall;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/**
 * Asks for a credential before it is told what there is: whoever has none gets 401 wherever no public route serves, also where nothing is, where
 * the method is another (404, 405), or where the answer would not be of an acceptable type (406). Paths that the configuration calls open are left to
 * whatever serves them.
 */
@Singleton
class Gate {
    /** Quarkus authenticates at 200, and asks its own path policies at 100. */
    private static final int BEHIND_AUTHENTICATION = 50;

    private final RouteTable routes;
    private final RouteRules rules;
    private final HttpPaths paths;
    private final Answers answers;
    private final Shadow shadow;

    @Inject
    Gate(RouteTable routes, RouteRules rules, HttpPaths paths, Answers answers, Shadow shadow) {
        this.routes = routes;
        this.rules = rules;
        this.paths = paths;
        this.answers = answers;
        this.shadow = shadow;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEHIND_AUTHENTICATION);
    }

    private void check(RoutingContext request) {
        SecurityIdentity caller = request.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        boolean inShadow = caller instanceof ShadowIdentity;
        boolean known = caller != null && !(inShadow ? ((ShadowIdentity) caller).real() : caller).isAnonymous();
        if (known || isPublic(request)) {
            request.next();
            return;
        }
        InboundCall call = InboundCall.of(request);
        if (inShadow) {
            shadow.note(call, 401, Shadowed.NO_TOKEN);
            request.next();
            return;
        }
        routes.guarded(request.request().method().name(), request.normalizedPath()).ifPresent(call::route);
        call.reason(answers.reason(request));
        answers.send(request, answers.refusal(request));
    }

    private boolean isPublic(RoutingContext request) {
        String path = request.normalizedPath();
        String method = request.request().method().name();
        return paths.own(path) || ResourceMetadata.isAt(method, paths.belowRoot(path)) || routes.open(method, path)
                || rules.of(request).open();
    }
}
