package org.openchami.it.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.openchami.auth.testing.fault.HttpWire.Exchange;
import org.openchami.it.world.FaultWorld;

/** When a service held a token with which its calls had to work. */
record GoodTokens(List<Span> spans) {
    /** A token of this life is given away until 4 s before its end, and a call takes its time; the clocks of test and service are one. */
    private static final Duration GOOD_FOR = FaultWorld.TOKEN_LIFE.minusSeconds(6);

    /** The wire hears an answer before the service does. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(1);

    record Span(Instant from, Instant until) {}

    /** @param losses when the service lost the token that it held, or that token became worthless */
    static GoodTokens of(Identity identity, List<Instant> losses) {
        return new GoodTokens(identity.tokenRequests(Instant.EPOCH).stream().filter(Identity::granted).map(Exchange::answered)
                .map(from -> new Span(from, losses.stream().filter(loss -> loss.isAfter(from)).min(Comparator.naturalOrder())
                        .filter(loss -> loss.isBefore(from.plus(GOOD_FOR))).orElse(from.plus(GOOD_FOR))))
                .toList());
    }

    boolean during(Nodes.Call call) {
        return spans.stream().anyMatch(span -> span.from().plus(TAKEN_WITHIN).isBefore(call.begin()) && call.end().isBefore(span.until()));
    }
}
