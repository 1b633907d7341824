package org.openchami.auth.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.Origin;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.CallChain;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Presented;
import org.openchami.auth.context.Route;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** One decision in the words of the Elastic Common Schema. It holds identifiers; never a token, a claim set, a query or a body. */
@Singleton
class AuditRecord {
    private final Settings settings;
    private final Clock clock;

    @Inject
    AuditRecord(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param answered whether the answer went out whole: a caller may have hung up before */
    JsonObject of(RoutingContext request, InboundCall call, boolean answered) {
        int status = request.response().getStatusCode();
        Optional<CallChain> chain = call.chain();
        JsonObject record = new JsonObject().put("@timestamp", clock.instant().toString())
                .put("event", new JsonObject().put("action", call.route().map(Route::action).orElse("unknown"))
                        .put("category", JsonArray.of("api")).put("outcome", answered && status < 400 ? "success" : "failure")
                        .put("reason", answered ? call.reason().orElse("not found") : "aborted"))
                .put("service", new JsonObject().put("name", settings.service()));
        chain.ifPresent(known -> record.put("transaction", new JsonObject().put("id", known.transaction())));
        trace(request).ifPresent(id -> record.put("trace", new JsonObject().put("id", id)));
        chain.ifPresent(known -> record.put("origin", origin(known.origin())));
        chain.flatMap(CallChain::purpose).ifPresent(purpose -> record.put("purpose", purpose));
        actor(call).ifPresent(actor -> record.put("actor", actor));
        return record.put("http", http(request, call, answered ? OptionalInt.of(status) : OptionalInt.empty()));
    }

    private static JsonObject origin(Origin origin) {
        JsonObject json = new JsonObject().put("kind", origin.kind());
        origin.id().ifPresent(id -> json.put("id", id));
        if (origin instanceof Origin.Node node) {
            node.mac().ifPresent(mac -> json.put("mac", mac));
        }
        origin.ip().ifPresent(ip -> json.put("ip", ip));
        return json.put("assurance", origin.assurance().word());
    }

    /** Who held the token: the service itself, or the client that a user called with; and the services passed on the way. */
    private static Optional<JsonObject> actor(InboundCall call) {
        List<String> via = call.chain().map(CallChain::via).orElseGet(List::of);
        return call.presented().map(Presented::clientId)
                .map(client -> new JsonObject().put("client_id", via.isEmpty() ? client : via.get(via.size() - 1)).put("via",
                        new JsonArray(via)));
    }

    private static JsonObject http(RoutingContext request, InboundCall call, OptionalInt status) {
        JsonObject http = new JsonObject().put("request", new JsonObject().put("method", request.request().method().name()));
        call.route().ifPresent(route -> http.put("route", route.template()));
        status.ifPresent(code -> http.put("response", new JsonObject().put("status_code", code)));
        return http;
    }

    /** The trace id of a W3C traceparent, if it has the right form; it correlates, and proves nothing. */
    private static Optional<String> trace(RoutingContext request) {
        String parent = request.request().getHeader("traceparent");
        return parent != null && parent.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
                ? Optional.of(parent.substring(3, 35))
                : Optional.empty();
    }
}
