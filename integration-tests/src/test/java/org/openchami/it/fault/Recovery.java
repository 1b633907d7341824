package org.openchami.it.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;
import org.openchami.auth.testing.fault.HttpWire.Exchange;
import org.openchami.it.world.Healing;

/**
 * How one service gets well after a fault.
 *
 * @param losses when it lost its token
 * @param wanting whether it wanted a new token while it held a good one; Hydra may have been too far away to hear of it
 * @param begin of the fault
 */
record Recovery(String fault, Identity identity, Nodes nodes, List<Instant> losses, boolean wanting, Instant begin) {
    /** When Hydra first refused it a token; empty if that never came. */
    Optional<Instant> firstRefusal() {
        return identity.tokenRequests(begin).stream().filter(one -> one.status() >= 400).map(Exchange::answered).findFirst();
    }

    /** @return when all was well, and that may be long ago */
    Instant awaitHealed(Instant from) {
        try {
            return await().atMost(Healing.PATIENCE.plus(Healing.MACHINE)).pollInterval(Duration.ofMillis(20))
                    .until(() -> healed(from), Optional::isPresent).orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(identity + " has not healed after: " + fault + "; " + identity.health() + " since " + begin
                    + ", it asked "
                    + identity.asked(begin).stream().map(one -> one.sent() + " " + one.method() + " " + one.path() + " " + one.status())
                            .toList(),
                    e);
        }
    }

    /** When the first token came that was not followed by a refusal, and calls worked again. */
    private Optional<Instant> healed(Instant from) {
        Instant lastLoss = losses.stream().max(Comparator.naturalOrder()).orElse(begin);
        List<Exchange> requests = identity.tokenRequests(lastLoss);
        boolean needsToken = wanting || !losses.isEmpty() || !requests.isEmpty();
        Optional<Instant> token = requests.stream().reduce((one, next) -> Identity.granted(one) && Identity.granted(next) ? one : next)
                .filter(Identity::granted).map(Exchange::answered);
        Optional<Instant> call = identity.name().equals("bss") ? nodes.goodSince(from).map(Nodes.Call::end) : Optional.of(from);
        if (needsToken && token.isEmpty() || call.isEmpty() || !identity.health().up()) {
            return Optional.empty();
        }
        return Stream.of(token, call, Optional.of(from)).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
