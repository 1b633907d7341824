package org.openchami.auth.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/** Brings tokens before a verifier, many at a time, and keeps account of what each of them cost: each by itself, and all threads together. */
final class Judgement {
    private static final Logger LOG = Logger.getLogger(Judgement.class);
    private static final int AT_ONCE = 512;
    private static final String PEER = "127.0.0.1";

    private final VerifierWorld world;
    private final Allocation allocation = new Allocation();
    private final List<Brought> open = new ArrayList<>();
    private long count;
    private long accepted;
    private long mostBytes;
    private long mostNanos;
    private String costly = "";
    private String slow = "";

    private record Brought(String token, CompletableFuture<Verdict> verdict) {}

    /** @param world one in which the thread that brings a token does all that is done for it alone */
    Judgement(VerifierWorld world) {
        this.world = world;
    }

    /** @throws RuntimeException if the verifier does, which it must not */
    void bring(String token) {
        count++;
        Cost cost = Cost.of(() -> {
            if (world.verifier.cached(token).isPresent()) {
                accepted++;
            }
            open.add(new Brought(token, world.verifier.verify(token, PEER).subscribeAsCompletionStage()));
        });
        if (cost.bytes() > mostBytes) {
            mostBytes = cost.bytes();
            costly = token;
        }
        if (cost.cpuNanos() > mostNanos) {
            mostNanos = cost.cpuNanos();
            slow = token;
        }
        if (open.size() == 2 * AT_ONCE) {
            settle(open.subList(0, AT_ONCE));
        }
    }

    /** Waits for all that wait for a key; while more are brought, the earlier ones alone are waited for. */
    void settle() {
        settle(open);
    }

    private void settle(List<Brought> some) {
        for (Brought one : some) {
            Verdict verdict = one.verdict().orTimeout(60, TimeUnit.SECONDS).join();
            if (verdict instanceof Verdict.Accepted) {
                accepted++;
                LOG.errorf("Accepted: %s", one.token());
            }
        }
        some.clear();
    }

    void report(String what) {
        LOG.infof("%s: %d tokens, %d accepted, %d signatures, at most %d bytes (for %d characters) and %.1f ms CPU (for %d characters), "
                + "%d bytes a token by all threads together", what, count, accepted, world.signatures.sum(), mostBytes, costly.length(),
                mostNanos / 1e6, slow.length(), meanBytes());
    }

    long accepted() {
        return accepted;
    }

    /** What one token took at most. */
    long mostBytes() {
        return mostBytes;
    }

    /** The time of the processor that one token took at most. */
    long mostNanos() {
        return mostNanos;
    }

    /** What a token took of all threads, with the reads of keys that it caused, and the tests' own work. */
    long meanBytes() {
        return count == 0 ? 0 : allocation.sinceThen() / count;
    }

    /** The token that cost the most memory. */
    String costly() {
        return costly;
    }

    /** The token that cost the most time. */
    String slow() {
        return slow;
    }
}
