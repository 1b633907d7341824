package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;

import org.junit.jupiter.api.Test;
import org.openchami.auth.secret.BearerToken;

import com.sun.management.ThreadMXBean;

import io.smallrye.mutiny.Uni;

class HeldTokenCostTest {
    private static final int CALLS = 20_000;
    /** A {@code Uni} and what it takes to look at the time. */
    private static final long MOST_BYTES = 128;

    private final TokenWorld world = new TokenWorld();
    private Uni<BearerToken> last;

    private long bytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            last = world.token.current();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aHeldTokenIsServedWithoutAnAllocationWorthNaming() {
        world.now();
        bytes();

        assertThat(bytes() / CALLS).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(last.await().indefinitely().reveal()).isEqualTo("token-1");
    }
}
