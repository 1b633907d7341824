package org.openchami.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The processes that have been started, watched as one: when any of them dies the run fails and says which. */
final class Parts {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Deque<Part> latestFirst = new ArrayDeque<>();
    private final PrintStream out;
    private boolean stopped;

    Parts(PrintStream out) {
        this.out = out;
    }

    /** Takes over the stopping of it. */
    synchronized void add(Part part) {
        if (stopped) {
            part.stop();
            throw new LocalFailure("The run is being stopped.");
        }
        latestFirst.push(part);
    }

    /** @throws LocalFailure that names the process that died */
    synchronized void check() {
        dead().ifPresent(part -> {
            String words = part.lastWords();
            throw new LocalFailure(part.name() + " died" + (words.isBlank()
                    ? "; it logged nothing."
                    : ". The last lines of its log:\n" + words.indent(4).stripTrailing()));
        });
    }

    /** What to say of a failure: when a process died a moment before or after, that is the reason. */
    String deathOr(String explanation) {
        long end = System.nanoTime() + GRACE.toNanos();
        do {
            try {
                check();
            } catch (LocalFailure death) {
                return death.getMessage();
            }
            pause();
        } while (System.nanoTime() < end);
        return explanation;
    }

    private Optional<Part> dead() {
        return stopped ? Optional.empty() : latestFirst.stream().filter(part -> !part.alive()).findFirst();
    }

    /** Returns when the condition holds; fails when a process dies or the time is over. */
    void await(String what, Duration limit, BooleanSupplier condition) {
        if (!within(limit, condition)) {
            throw new LocalFailure(what + " took longer than " + limit.toSeconds() + " s.");
        }
    }

    /** Whether the condition came to hold in that time; fails when a process dies. */
    boolean within(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            check();
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Does not return normally: only a death ends it. */
    void watch() {
        while (true) {
            check();
            pause();
        }
    }

    /** The last one started ends first, so that nobody loses a server that it still talks to. */
    synchronized void stop() {
        stopped = true;
        while (!latestFirst.isEmpty()) {
            Part part = latestFirst.pop();
            try {
                part.stop();
            } catch (RuntimeException e) {
                out.println("  " + part.name() + " could not be ended: " + e.getMessage());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("The run was interrupted.", e);
        }
    }
}
