package org.openchami.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.Assurance;
import org.openchami.auth.Origin;
import org.openchami.auth.config.Configured;
import org.openchami.auth.context.CallChain;
import org.openchami.auth.context.Exchange;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Presented;
import org.openchami.auth.context.Route;
import org.openchami.auth.secret.BearerToken;

import io.vertx.core.json.JsonObject;

class AuditRecordTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Origin.Node NODE = new Origin.Node("x1000c0s0b0n1", Optional.of("52:54:00:be:ef:02"), Optional.of("172.16.0.2"),
            Assurance.NETWORK);

    private final Exchange exchange = new Exchange();
    private final InboundCall call = InboundCall.of(exchange.context());
    private final AuditRecord records = new AuditRecord(Configured.with(),
            Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC));

    /** bss reads a component for a node, as itself. */
    private void bssCallsForANode() {
        exchange.path = "/hsm/v2/State/Components/x1000c0s0b0n1";
        exchange.headers.set("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01").set("Authorization", "Bearer s3cret-token");
        call.presented(new Presented(new BearerToken("s3cret-token", Instant.MAX), "http://hydra", "bss", "bss", true, Set.of("smd")));
        call.chain(new CallChain(NODE, Optional.of("boot.script"), "0190-txn", List.of("bss")));
        call.route(new Route("/hsm/v2/State/Components/{xname}", "components.read", Optional.empty(), true, false, List.of("smd.read")));
        call.reason("scope smd.read");
    }

    private JsonObject record() {
        return new JsonObject(records.of(exchange.context(), call, true));
    }

    @Test
    void theRecordOfACallIsTheOneThatAuditorsWerePromised() {
        bssCallsForANode();

        assertThat(record()).isEqualTo(new JsonObject("""
                {"@timestamp":"2030-01-01T00:00:00Z","event":{"action":"components.read","category":["api"],"outcome":"success",
                "reason":"scope smd.read"},"service":{"name":"smd"},"transaction":{"id":"0190-txn"},
                "trace":{"id":"4bf92f3577b34da6a3ce929d0e0e4736"},
                "origin":{"kind":"node","id":"x1000c0s0b0n1","mac":"52:54:00:be:ef:02","ip":"172.16.0.2","assurance":"network"},
                "purpose":"boot.script","actor":{"client_id":"bss","via":["bss"]},
                "http":{"request":{"method":"GET"},"route":"/hsm/v2/State/Components/{xname}","response":{"status_code":200}}}"""));
    }

    @Test
    void itHoldsNoTokenAndNothingOfTheAddressAsked() {
        bssCallsForANode();
        exchange.path = "/hsm/v2/s3cret-path";

        assertThat(record().encode()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 500, 503})
    void aRefusalIsAFailure(int status) {
        bssCallsForANode();
        exchange.status = status;

        assertThat(record().getJsonObject("event").getString("outcome")).isEqualTo("failure");
        assertThat(record().getJsonObject("http").getJsonObject("response").getInteger("status_code")).isEqualTo(status);
    }

    @Test
    void aCallerWhoHungUpBeforeTheAnswerIsAFailureWithoutAStatus() {
        bssCallsForANode();
        JsonObject aborted = new JsonObject(records.of(exchange.context(), call, false));

        assertThat(aborted.getJsonObject("event").getString("outcome")).isEqualTo("failure");
        assertThat(aborted.getJsonObject("event").getString("reason")).isEqualTo("aborted");
        assertThat(aborted.getJsonObject("http").containsKey("response")).isFalse();
    }

    @Test
    void aUsersCallNamesTheClientTheyCalledWith() {
        call.presented(new Presented(new BearerToken("t", Instant.MAX), "http://hydra", "operator", "openchami-cli", false, Set.of()));
        call.chain(CallChain.start(new Origin.User("http://hydra", "operator"), Optional.empty(), "txn"));

        assertThat(record().getJsonObject("actor")).isEqualTo(new JsonObject("{\"client_id\":\"openchami-cli\",\"via\":[]}"));
        assertThat(record().getJsonObject("origin"))
                .isEqualTo(new JsonObject("{\"kind\":\"user\",\"id\":\"operator\",\"assurance\":\"attested\"}"));
    }

    @Test
    void aUsersForwardedCallNamesTheServiceThatForwardedIt() {
        call.presented(new Presented(new BearerToken("t", Instant.MAX), "http://hydra", "operator", "openchami-cli", false, Set.of()));
        call.chain(new CallChain(new Origin.User("http://hydra", "operator"), Optional.empty(), "txn", List.of("bss")));

        assertThat(record().getJsonObject("actor").getString("client_id")).isEqualTo("bss");
    }

    @Test
    void aCallerWithoutCredentialHasNoActor() {
        call.chain(CallChain.start(new Origin.Unknown(Optional.of("10.0.0.9")), Optional.empty(), "txn"));

        assertThat(record().fieldNames()).doesNotContain("actor", "purpose", "trace");
        assertThat(record().getJsonObject("origin"))
                .isEqualTo(new JsonObject("{\"kind\":\"unknown\",\"ip\":\"10.0.0.9\",\"assurance\":\"claimed\"}"));
    }

    @Test
    void aRequestThatMatchedNothingIsRecordedAsThat() {
        exchange.status = 404;

        assertThat(record().getJsonObject("event"))
                .isEqualTo(
                        new JsonObject("{\"action\":\"unknown\",\"category\":[\"api\"],\"outcome\":\"failure\",\"reason\":\"not found\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00-" + TRACE, "00-" + TRACE + "-00f067aa0ba902b7-01-more",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-<script>-00f067aa0ba902b7-01"})
    void aTraceOfAnotherFormIsLeftOut(String parent) {
        bssCallsForANode();
        exchange.headers.set("traceparent", parent);

        assertThat(record().containsKey("trace")).isFalse();
    }
}
