package org.openchami.auth.keys;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;

/**
 * Lets those go on who waited for the same answer: one of each peer at a time. All at once they would hold the event loops for as long as
 * their requests take together, and whoever waited for nothing would then wait for them.
 */
final class Turns {
    private final FairQueue<Runnable> queue = new FairQueue<>(Integer.MAX_VALUE);
    private final Consumer<Runnable> soon;
    private final AtomicBoolean passing = new AtomicBoolean();

    /** @param soon runs a task once the event loops had time for others */
    Turns(Consumer<Runnable> soon) {
        this.soon = soon;
    }

    /** Comes when it is its turn: at once where nobody else wants one. */
    Uni<Void> take(String share) {
        return Uni.createFrom().emitter(waiting -> {
            Runnable go = () -> waiting.complete(null);
            queue.add(share, go);
            waiting.onTermination(() -> queue.remove(share, go));
            pass();
        });
    }

    private void pass() {
        if (passing.compareAndSet(false, true)) {
            some();
        }
    }

    private void some() {
        for (int turns = queue.peers(); turns > 0; turns--) {
            queue.next().ifPresent(Runnable::run);
        }
        soon.accept(() -> {
            if (queue.size() > 0) {
                some();
            } else {
                passing.set(false);
                if (queue.size() > 0) {
                    pass();
                }
            }
        });
    }
}
