package org.openchami.auth.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.openchami.auth.Origin;
import org.openchami.auth.secret.BearerToken;

class InboundCallTest {
    private static final Origin NOBODY = new Origin.Unknown(Optional.of("10.0.0.1"));

    private final InboundCall call = InboundCall.of(new Exchange().context());
    private final AtomicInteger begun = new AtomicInteger();

    InboundCallTest() {
        call.begin(() -> CallChain.start(NOBODY, Optional.empty(), "t" + begun.incrementAndGet()));
    }

    private static Presented operator() {
        return new Presented(new BearerToken("t", Instant.MAX), "http://hydra", "operator", "cli", false, Set.of("smd"));
    }

    private static Route route(String purpose, String... permissions) {
        return new Route("/x", "x.read", Optional.ofNullable(purpose), false, permissions.length == 0, List.of(permissions));
    }

    @Test
    void itsChainBeginsWhenItIsAskedFor() {
        assertThat(begun).hasValue(0);
        assertThat(call.chain().orElseThrow().transaction()).isEqualTo("t1");
        assertThat(call.chain().orElseThrow().transaction()).isEqualTo("t1");
    }

    @Test
    void whoCallsAndWhyIsInTheChainWhetherItWasAskedForBeforeOrAfter() {
        InboundCall early = InboundCall.of(new Exchange().context());
        early.begin(() -> CallChain.start(NOBODY, Optional.empty(), "t"));
        assertThat(early.chain().orElseThrow().origin()).isEqualTo(NOBODY);
        for (InboundCall one : List.of(early, call)) {
            one.presented(operator());
            one.admitted(route("thing.read"));
            assertThat(one.chain().orElseThrow().origin().id()).contains("operator");
            assertThat(one.chain().orElseThrow().purpose()).contains("thing.read");
        }
    }

    @Test
    void theRoutesRuleIsTheReasonUnlessThereIsABetterOne() {
        call.reason("token expired");
        call.admitted(route(null, "a.read", "a.write"));
        assertThat(call.reason()).contains("scope a.read a.write");
        call.reason("no user");
        assertThat(call.reason()).contains("no user");
    }

    @Test
    void inShadowTheFirstFaultIsTheReason() {
        assertThat(call.shadowed(401, "no_token")).isTrue();
        assertThat(call.shadowed(403, "context")).isFalse();
        call.admitted(route(null));
        assertThat(call.reason()).contains("shadow: 401 no_token");
    }
}
