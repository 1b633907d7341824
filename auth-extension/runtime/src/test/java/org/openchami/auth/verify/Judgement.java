package org.openchami.auth.verify;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import com.sun.management.ThreadMXBean;

/** Brings tokens before a verifier, many at a time, and keeps account of what each of them cost the thread that brought it. */
final class Judgement {
    private static final Logger LOG = Logger.getLogger(Judgement.class);
    private static final int AT_ONCE = 512;
    private static final String PEER = "127.0.0.1";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final VerifierWorld world;
    private final List<Brought> open = new ArrayList<>();
    private long count;
    private long accepted;
    private long mostBytes;
    private long slowestNanos;
    private String costly = "";

    private record Brought(String token, CompletableFuture<Verdict> verdict) {}

    Judgement(VerifierWorld world) {
        this.world = world;
    }

    /** @throws RuntimeException if the verifier does, which it must not */
    void bring(String token) {
        long thread = Thread.currentThread().getId();
        long bytes = threads.getThreadAllocatedBytes(thread);
        long begin = System.nanoTime();
        boolean cached = world.verifier.cached(token).isPresent();
        CompletableFuture<Verdict> verdict = world.verifier.verify(token, PEER).subscribeAsCompletionStage();
        long nanos = System.nanoTime() - begin;
        bytes = threads.getThreadAllocatedBytes(thread) - bytes;
        count++;
        slowestNanos = Math.max(slowestNanos, nanos);
        if (bytes > mostBytes) {
            mostBytes = bytes;
            costly = token;
        }
        if (cached) {
            accepted++;
        }
        open.add(new Brought(token, verdict));
        if (open.size() == 2 * AT_ONCE) {
            settle(open.subList(0, AT_ONCE));
        }
    }

    /** Waits for all that wait for a key or a worker; while more are brought, the earlier ones alone are waited for. */
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
        LOG.infof("%s: %d tokens, %d accepted, %d signatures, at most %d bytes (for %d characters), slowest %.1f ms", what, count, accepted,
                world.signatures.sum(), mostBytes, costly.length(), slowestNanos / 1e6);
    }

    long count() {
        return count;
    }

    long accepted() {
        return accepted;
    }

    long mostBytes() {
        return mostBytes;
    }

    /** The token that cost the most memory. */
    String costly() {
        return costly;
    }
}
