package org.openchami.auth.inbound;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.openchami.auth.Origin;
import org.openchami.auth.OriginResolver;
import org.openchami.auth.config.ContextConfig.Mode;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.CallChain;
import org.openchami.auth.context.ContextSigner;
import org.openchami.auth.context.ContextVerdict;
import org.openchami.auth.context.ContextVerdict.Fault;
import org.openchami.auth.context.ContextVerifier;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Presented;
import org.openchami.auth.context.Route;
import org.openchami.auth.context.SameContext;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Settles for every request, once its rights are, who started it and why: from the signed context that came along, from the credential, or by
 * the service's {@link OriginResolver} for those who have none.
 */
@ApplicationScoped
public class OriginFilter {
    private static final Logger LOG = Logger.getLogger(OriginFilter.class);

    private final Settings settings;
    private final Routes routes;
    private final Answers answers;
    private final RouteRules rules;
    private final Shadow shadow;
    private final ContextVerifier contexts;
    private final Instance<OriginResolver> resolver;

    @Inject
    OriginFilter(Settings settings, Routes routes, Answers answers, RouteRules rules, Shadow shadow, ContextVerifier contexts,
            Instance<OriginResolver> resolver) {
        this.settings = settings;
        this.routes = routes;
        this.answers = answers;
        this.rules = rules;
        this.shadow = shadow;
        this.contexts = contexts;
        this.resolver = resolver;
    }

    void check(@Observes StartupEvent started) {
        if (resolver.isAmbiguous()) {
            throw new ConfigurationException(
                    "OCAUTH-0002 There are several beans of type OriginResolver. Keep one: a request has one origin");
        }
    }

    /** Null where there is nothing to wait for. */
    @ServerRequestFilter
    public Uni<Response> settle(ContainerRequestContext ignored, RoutingContext request, ResourceInfo resource) {
        InboundCall call = InboundCall.of(request);
        Route route = routes.of(resource).orElse(null);
        if (route != null) {
            call.admitted(route);
        } else {
            call.reason("allowed");
        }
        return Shadow.of(request).map(identity -> shadow.leave(request, identity, resource)
                .chain(() -> Optional.ofNullable(origin(call, request, route)).orElseGet(() -> Uni.createFrom().nullItem())))
                .orElseGet(() -> origin(call, request, route));
    }

    private Uni<Response> origin(InboundCall call, RoutingContext request, Route route) {
        Presented presented = call.presented().orElse(null);
        if (presented == null) {
            return anonymous(call, request);
        }
        if (settings.contextMode() == Mode.OFF || !presented.service() && !request.request().headers().contains(ContextSigner.HEADER)) {
            return null;
        }
        List<String> headers = request.request().headers().getAll(ContextSigner.HEADER);
        if (headers.size() != 1) {
            boolean asked = !headers.isEmpty() || route != null && route.requiresContext();
            return asked
                    ? Uni.createFrom().item(lacking(request, call, headers.isEmpty() ? Fault.MISSING : Fault.MALFORMED))
                    : null;
        }
        Optional<String> purpose = route == null ? Optional.empty() : route.purpose();
        return contexts.verify(headers.get(0), presented).emitOn(SameContext.here())
                .map(verdict -> take(request, call, verdict, purpose));
    }

    private Response take(RoutingContext request, InboundCall call, ContextVerdict verdict, Optional<String> purpose) {
        if (verdict instanceof ContextVerdict.Valid valid) {
            call.chain(valid.chain().because(purpose));
            return null;
        }
        if (verdict instanceof ContextVerdict.Undecided undecided && settings.contextMode() == Mode.ENFORCE) {
            return refuse(request, call, Refusal.comeBack(undecided.retryAfter()), "context keys unavailable");
        }
        return lacking(request, call, verdict instanceof ContextVerdict.Invalid invalid ? invalid.fault() : Fault.SIGNATURE);
    }

    /** A context that does not hold: refused, or let pass as coming from nobody we know. */
    private Response lacking(RoutingContext request, InboundCall call, Fault fault) {
        LOG.debugf("OCAUTH-0310 A call's context does not hold: %s", fault);
        if (settings.contextMode() == Mode.ENFORCE) {
            return refuse(request, call, Refusal.insufficientContext(), "context " + fault);
        }
        return fromNobody(call);
    }

    private Response refuse(RoutingContext request, InboundCall call, Refusal refusal, String reason) {
        if (Shadow.covers(rules.of(request))) {
            shadow.note(call, refusal.status(), Shadowed.CONTEXT);
            return fromNobody(call);
        }
        call.reason(reason);
        return answers.response(request, refusal);
    }

    private static Response fromNobody(InboundCall call) {
        call.chain().ifPresent(chain -> call.chain(chain.from(new Origin.Unknown(Optional.empty()))));
        return null;
    }

    private Uni<Response> anonymous(InboundCall call, RoutingContext request) {
        CallChain chain = resolver.isUnsatisfied() ? null : call.chain().orElse(null);
        if (chain == null) {
            return null;
        }
        String address = chain.origin().ip().orElse("");
        return Uni.createFrom().deferred(() -> resolver.get().resolve(new RequestWithoutCredential(address, request)))
                .onItem().ifNotNull().invoke(origin -> call.chain(chain.from(origin))).onFailure()
                .invoke(failure -> LOG.debugf("OCAUTH-0311 Nobody can say who calls: %s", failure.toString())).onFailure().recoverWithNull()
                .map(done -> (Response) null);
    }
}
