package org.openchami.auth.inbound;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.logging.Logger;
import org.openchami.auth.config.Enforcement;
import org.openchami.auth.config.RouteRule;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.InboundCall;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.MethodDescription;
import io.quarkus.security.spi.runtime.SecurityCheck;
import io.quarkus.security.spi.runtime.SecurityCheckStorage;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Routes that refuse nobody yet, so that a cluster can be moved to tokens: what would have been refused is logged, counted and written to the
 * audit log. Whose credential would have been refused is nobody to the service: no token of such a call goes on to a peer.
 */
@Singleton
class Shadow {
    private static final Logger LOG = Logger.getLogger(Shadow.class);
    private static final SecurityIdentity NOBODY = QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    private final ShadowCount count;
    private final SecurityCheckStorage checks;
    private final CurrentIdentityAssociation current;

    @Inject
    Shadow(ShadowCount count, SecurityCheckStorage checks, CurrentIdentityAssociation current) {
        this.count = count;
        this.checks = checks;
        this.current = current;
    }

    void warn(@Observes StartupEvent started, Settings settings) {
        List<String> routes = settings.routes().stream().filter(Shadow::covers).map(RouteRule::name).toList();
        if (settings.mode() == Enforcement.SHADOW) {
            LOG.warnf("OCAUTH-0321 In shadow: nobody is refused by this service, but for routes that say enforce. "
                    + "Remove openchami.auth.mode once OCAUTH-0320 is quiet");
        } else if (!routes.isEmpty()) {
            LOG.warnf("OCAUTH-0321 In shadow: nobody is refused on the routes %s. "
                    + "Remove openchami.auth.routes.*.mode once OCAUTH-0320 is quiet", String.join(", ", routes));
        }
    }

    static boolean covers(RouteRule rule) {
        return rule.mode() == Enforcement.SHADOW;
    }

    /** Who calls without a credential that counts. */
    static SecurityIdentity nobody() {
        return new ShadowIdentity(NOBODY);
    }

    /** The one that passes in shadow; empty where the request is not in shadow, or has left it. */
    static Optional<ShadowIdentity> of(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user && user.getSecurityIdentity() instanceof ShadowIdentity shadow
                ? Optional.of(shadow)
                : Optional.empty();
    }

    /** What would have been answered. Of several reasons the first counts. */
    void note(InboundCall call, int status, Shadowed why) {
        if (call.shadowed(status, why.code())) {
            count.count(why);
            LOG.infof("OCAUTH-0320 In shadow: would be refused with %d: %s", status, why.code());
        }
    }

    /** Asks the resource's own rule about the one that really calls, and gives the resource that one. */
    Uni<Void> leave(RoutingContext request, ShadowIdentity shadow, ResourceInfo resource) {
        SecurityIdentity real = shadow.real();
        InboundCall call = InboundCall.of(request);
        QuarkusHttpUser.setIdentity(real, request);
        current.setIdentity(real);
        MethodDescription method = MethodDescription.ofMethod(resource.getResourceMethod());
        SecurityCheck check = checks.getSecurityCheck(method);
        // one that looks at arguments is asked later, about the real one
        if (check == null || check.isPermitAll() || check.requiresMethodArguments()) {
            return Uni.createFrom().voidItem();
        }
        return check.nonBlockingApply(real, method, new Object[0]).replaceWithVoid().onFailure(SecurityException.class)
                .recoverWithUni(refused -> {
                    note(call, real.isAnonymous() ? 401 : 403, real.isAnonymous() ? Shadowed.NO_TOKEN : Shadowed.NOT_PERMITTED);
                    return Uni.createFrom().voidItem();
                });
    }
}
