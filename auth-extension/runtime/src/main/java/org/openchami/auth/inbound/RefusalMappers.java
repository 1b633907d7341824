package org.openchami.auth.inbound;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.openchami.auth.AuthException;
import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.UserTokenMissingException;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Route;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;

/** What a resource's refusals, and failed calls to peers, look like outside. */
@ApplicationScoped
public class RefusalMappers {
    private final Settings settings;
    private final Answers answers;
    private final Routes routes;

    @Inject
    RefusalMappers(Settings settings, Answers answers, Routes routes) {
        this.settings = settings;
        this.answers = answers;
        this.routes = routes;
    }

    @ServerExceptionMapper(priority = Priorities.USER)
    public Response unauthorized(UnauthorizedException failure, RoutingContext request, ResourceInfo resource) {
        routes.of(resource).ifPresent(InboundCall.of(request)::route);
        InboundCall.of(request).reason(answers.reason(request));
        return answers.response(request, answers.refusal(request));
    }

    @ServerExceptionMapper(priority = Priorities.USER)
    public Response forbidden(ForbiddenException failure, RoutingContext request, ResourceInfo resource) {
        if (Shadow.of(request).filter(shadow -> shadow.real().isAnonymous()).isPresent()) {
            // closed to all, also in shadow
            return unauthorized(null, request, resource);
        }
        InboundCall call = InboundCall.of(request);
        routes.of(resource).ifPresent(call::route);
        List<String> scopes = call.route().map(Route::permissions).orElseGet(List::of);
        call.reason(scopes.isEmpty() ? "denied" : "scope missing " + String.join(" ", scopes));
        return answers.response(request, Refusal.insufficientScope(scopes));
    }

    @ServerExceptionMapper(priority = Priorities.USER)
    public Response peerCall(AuthException failure, RoutingContext request) {
        InboundCall call = InboundCall.of(request);
        if (failure instanceof IdentityUnavailableException unavailable) {
            call.reason("identity unavailable");
            return answers.response(request, Refusal.comeBack(unavailable.retryAfter()));
        }
        if (failure instanceof UserTokenMissingException) {
            call.reason("no user");
            return answers.response(request,
                    call.presented().isPresent() ? Refusal.userRequired() : Refusal.noCredential(settings.service()));
        }
        call.reason("peer refused");
        return Response.status(502).type(Answers.TEXT).entity("the peer may not be called\n").build();
    }
}
