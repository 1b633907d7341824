package org.openchami.auth.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.Origin;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.CallChain;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Presented;
import org.openchami.auth.context.Route;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.vertx.ext.web.RoutingContext;

/**
 * One decision as one line of JSON, in the words of the Elastic Common Schema. It holds identifiers; never a token, a claim set, a query or a body.
 */
@Singleton
class AuditRecord {
    private static final int USUAL_LENGTH = 512;
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Settings settings;
    private final Clock clock;
    private final JsonFactory json = new JsonFactory();

    @Inject
    AuditRecord(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param answered whether the answer went out whole: a caller may have hung up before */
    String of(RoutingContext request, InboundCall call, boolean answered) {
        StringWriter line = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator record = json.createGenerator(line)) {
            record.writeStartObject();
            record.writeStringField("@timestamp", clock.instant().toString());
            event(record, request, call, answered);
            object(record, "service", "name", settings.service());
            Optional<CallChain> chain = call.chain();
            if (chain.isPresent()) {
                object(record, "transaction", "id", chain.get().transaction());
            }
            trace(record, request.request().getHeader("traceparent"));
            if (chain.isPresent()) {
                origin(record, chain.get().origin());
                text(record, "purpose", chain.get().purpose());
            }
            actor(record, call.presented(), chain.map(CallChain::via).orElseGet(List::of));
            http(record, request, call, answered);
            record.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void event(JsonGenerator record, RoutingContext request, InboundCall call, boolean answered) throws IOException {
        boolean good = answered && request.response().getStatusCode() < 400;
        record.writeObjectFieldStart("event");
        record.writeStringField("action", call.route().map(Route::action).orElse("unknown"));
        record.writeArrayFieldStart("category");
        record.writeString("api");
        record.writeEndArray();
        record.writeStringField("outcome", good ? "success" : "failure");
        record.writeStringField("reason", answered ? call.reason().orElse("not found") : "aborted");
        record.writeEndObject();
    }

    private static void origin(JsonGenerator record, Origin origin) throws IOException {
        record.writeObjectFieldStart("origin");
        record.writeStringField("kind", origin.kind());
        text(record, "id", origin.id());
        if (origin instanceof Origin.Node node) {
            text(record, "mac", node.mac());
        }
        text(record, "ip", origin.ip());
        record.writeStringField("assurance", origin.assurance().word());
        record.writeEndObject();
    }

    /** Who held the token: the service itself, or the client that a user called with; and the services passed on the way. */
    private static void actor(JsonGenerator record, Optional<Presented> presented, List<String> via) throws IOException {
        if (presented.isEmpty()) {
            return;
        }
        record.writeObjectFieldStart("actor");
        record.writeStringField("client_id", via.isEmpty() ? presented.get().clientId() : via.get(via.size() - 1));
        record.writeArrayFieldStart("via");
        for (String service : via) {
            record.writeString(service);
        }
        record.writeEndArray();
        record.writeEndObject();
    }

    private static void http(JsonGenerator record, RoutingContext request, InboundCall call, boolean answered) throws IOException {
        record.writeObjectFieldStart("http");
        object(record, "request", "method", request.request().method().name());
        text(record, "route", call.route().map(Route::template));
        if (answered) {
            record.writeObjectFieldStart("response");
            record.writeNumberField("status_code", request.response().getStatusCode());
            record.writeEndObject();
        }
        record.writeEndObject();
    }

    /** The trace id of a W3C traceparent, if it has the right form; it correlates, and proves nothing. */
    private static void trace(JsonGenerator record, String parent) throws IOException {
        var read = parent == null ? null : TRACE_PARENT.matcher(parent);
        if (read != null && read.matches()) {
            object(record, "trace", "id", read.group(1));
        }
    }

    private static void object(JsonGenerator record, String name, String member, String value) throws IOException {
        record.writeObjectFieldStart(name);
        record.writeStringField(member, value);
        record.writeEndObject();
    }

    private static void text(JsonGenerator record, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            record.writeStringField(name, value.get());
        }
    }
}
