package org.openchami.auth.inbound;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.openchami.auth.config.RouteRule;
import org.openchami.auth.config.RouteRule.BadCredential;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Route;
import org.openchami.auth.rights.Denial;
import org.openchami.auth.rights.DenialCount;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** What becomes of a request whose credential is refused: on a route in shadow, and where a bad credential counts as none, it goes on as nobody's. */
@Singleton
class Refusing {
    private static final Logger LOG = Logger.getLogger(Refusing.class);

    private final Answers answers;
    private final Shadow shadow;
    private final DenialCount denials;
    private final RouteTable routes;

    @Inject
    Refusing(Answers answers, Shadow shadow, DenialCount denials, RouteTable routes) {
        this.answers = answers;
        this.shadow = shadow;
        this.denials = denials;
        this.routes = routes;
    }

    Uni<SecurityIdentity> credential(RoutingContext request, RouteRule rule, Refusal refusal, Shadowed why, String reason) {
        LOG.debugf("OCAUTH-0300 Refused with %d: %s", refusal.status(), reason);
        InboundCall call = InboundCall.of(request);
        call.reason(reason);
        answers.keep(request, refusal, reason);
        if (Shadow.covers(rule)) {
            shadow.note(call, refusal.status(), why);
            return Uni.createFrom().item(Shadow.nobody());
        }
        // a credential that is good, but can't do what the call asks for, is none to overlook
        boolean overlooked = rule.badCredential() == BadCredential.ANONYMOUS && why != Shadowed.MALFORMED_ROLE
                && why != Shadowed.ROLE_NOT_GRANTED;
        return overlooked
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    Uni<SecurityIdentity> denial(RoutingContext request, RouteRule rule, Denial denial) {
        denials.count(denial);
        List<String> scopes = routes.guarded(request.request().method().name(), request.normalizedPath()).map(Route::permissions)
                .orElseGet(List::of);
        Refusal refusal = Refusal.of(denial.kind(), scopes);
        return credential(request, rule, refusal, refusal.status() == 403 ? Shadowed.NOT_ADMITTED : Shadowed.BAD_TOKEN, denial.code());
    }
}
