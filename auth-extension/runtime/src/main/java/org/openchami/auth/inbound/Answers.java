package org.openchami.auth.inbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import org.openchami.auth.config.RouteRule.Proof;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.InboundCall;

import io.vertx.ext.web.RoutingContext;

/** Sends refusals: with the address of the metadata that tells a client where to get what it lacks (RFC 9728 section 5.1). */
@Singleton
class Answers {
    private static final String REFUSAL = Refusal.class.getName();
    private static final String NO_TOKEN = "no token";
    static final String TEXT = "text/plain; charset=utf-8";

    private final Settings settings;
    private final ResourceAddress address;

    @Inject
    Answers(Settings settings, ResourceAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /** Refuses what two readers could read in two ways; {@code what} of it that is. */
    static void ambiguous(RoutingContext request, String what) {
        InboundCall.of(request).reason("ambiguous " + what);
        request.response().setStatusCode(400).putHeader("Content-Type", TEXT).end("ambiguous " + what + "\n");
    }

    /** What is wrong with a request's credential, and why, for records. */
    private record Kept(Refusal refusal, String reason) {}

    /** Keeps it for when the request is asked for one. */
    void keep(RoutingContext request, Refusal refusal, String reason) {
        request.put(REFUSAL, new Kept(refusal, reason));
    }

    /** Remembers that the route asks for a proof, for when there is not even a token. */
    void demand(RoutingContext request, Proof proof) {
        if (proof == Proof.DPOP) {
            keep(request, Refusal.noProof(settings.service()), NO_TOKEN);
        }
    }

    /** What a caller is told where a credential is needed: what is wrong with its own, or that it has none. */
    Refusal refusal(RoutingContext request) {
        Kept kept = request.get(REFUSAL);
        return kept == null ? Refusal.noCredential(settings.service()) : kept.refusal();
    }

    /** The same, for records. */
    String reason(RoutingContext request) {
        Kept kept = request.get(REFUSAL);
        return kept == null ? NO_TOKEN : kept.reason();
    }

    /** For where the whole answer is written by others. */
    Refusal complete(RoutingContext request, Refusal refusal) {
        return address.of(request.request()).map(resource -> refusal.described(resource + ResourceMetadata.PATH)).orElse(refusal);
    }

    void send(RoutingContext request, Refusal refusal) {
        request.response().setStatusCode(refusal.status()).putHeader("Content-Type", TEXT);
        complete(request, refusal).headers().forEach(request.response()::putHeader);
        request.response().end(refusal.body());
    }

    Response response(RoutingContext request, Refusal refusal) {
        Response.ResponseBuilder response = Response.status(refusal.status()).type(TEXT).entity(refusal.body());
        complete(request, refusal).headers().forEach(response::header);
        return response.build();
    }
}
