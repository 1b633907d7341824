package org.openchami.auth.context;

import java.util.Optional;
import java.util.function.Supplier;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * What is known of the request that is being served: it travels with the request, is filled in as the request passes the rooms of this
 * extension, and is written to the audit log when the answer is sent. One request is served by one thread at a time.
 */
public final class InboundCall {
    private static final String KEY = InboundCall.class.getName();

    private Presented presented;
    private Supplier<CallChain> beginning;
    private Optional<String> purpose = Optional.empty();
    private CallChain chain;
    private Route route;
    private String reason;
    private String shadowed;
    private boolean admitted;

    private InboundCall() {}

    public static InboundCall of(RoutingContext request) {
        InboundCall call = request.get(KEY);
        if (call == null) {
            call = new InboundCall();
            request.put(KEY, call);
            if (VertxContext.isOnDuplicatedContext()) {
                Vertx.currentContext().putLocal(KEY, call);
            }
        }
        return call;
    }

    /** The request this code runs for, also when it goes on after the answer was sent; empty in a timer or at the start. */
    public static Optional<InboundCall> current() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return local();
        }
        RoutingContext request = container.instance(CurrentVertxRequest.class).get().getCurrent();
        return request == null ? local() : Optional.of(of(request));
    }

    private static Optional<InboundCall> local() {
        return VertxContext.isOnDuplicatedContext() ? Optional.ofNullable(Vertx.currentContext().getLocal(KEY)) : Optional.empty();
    }

    public Optional<Presented> presented() {
        return Optional.ofNullable(presented);
    }

    /** From now on this one calls. */
    public void presented(Presented credential) {
        presented = credential;
        if (chain != null) {
            chain = chain.from(credential.origin());
        }
    }

    /** How its chain begins, for when somebody asks for it: few calls need one. */
    public void begin(Supplier<CallChain> start) {
        beginning = start;
    }

    public Optional<CallChain> chain() {
        if (chain == null && beginning != null) {
            CallChain start = beginning.get();
            chain = (presented == null ? start : start.from(presented.origin())).because(purpose);
        }
        return Optional.ofNullable(chain);
    }

    public void chain(CallChain known) {
        chain = known;
    }

    /** What it is for, unless its chain says so already. */
    public void because(Optional<String> why) {
        purpose = why;
        if (chain != null) {
            chain = chain.because(why);
        }
    }

    public Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    public void route(Route matched) {
        route = matched;
    }

    /** It is let in by the route's own rule. */
    public void admitted(Route matched) {
        route = matched;
        reason = null;
        admitted = true;
        because(matched.purpose());
    }

    /** Why it was let in or refused, in a word or two; never anything the caller wrote. */
    public Optional<String> reason() {
        return shadowed == null && reason == null && admitted
                ? route().map(Route::admits)
                : Optional.ofNullable(shadowed != null ? shadowed : reason);
    }

    public void reason(String why) {
        reason = why;
    }

    /** It goes on, though it would have been refused for this; false if that is known already. */
    public boolean shadowed(int status, String why) {
        if (shadowed != null) {
            return false;
        }
        shadowed = "shadow: " + status + " " + why;
        return true;
    }
}
