package org.openchami.auth.keys;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** One read at a time, which all share who want one, and two at least a pause apart. */
final class SharedRead {

    /** @param begun false while it rests: what is published until then, it finds */
    private record Running(Uni<KeySet> answer, AtomicBoolean begun) {}

    private final Pace pace;
    private final Supplier<Uni<KeySet>> read;
    private final Function<Duration, Uni<Void>> timer;
    private final AtomicReference<Running> running = new AtomicReference<>();

    /** @param read asks the publisher, each time it is called */
    SharedRead(Pace pace, Supplier<Uni<KeySet>> read) {
        this(pace, read, rest -> Uni.createFrom().voidItem().onItem().delayIt().by(rest));
    }

    SharedRead(Pace pace, Supplier<Uni<KeySet>> read, Function<Duration, Uni<Void>> timer) {
        this.pace = pace;
        this.read = read;
        this.timer = timer;
    }

    /** The read that is under way, or else a new one. Fails if there was no good answer. */
    Uni<KeySet> any() {
        return join().answer();
    }

    /** A read that is under way if it brings enough; else one that begins after this call, and so knows what was published before it. */
    Uni<KeySet> bringing(Predicate<KeySet> enough) {
        Running joined = join();
        return joined.begun().get()
                ? joined.answer().onFailure().recoverWithItem(KeySet.NONE)
                        .chain(set -> enough.test(set) ? Uni.createFrom().item(set) : any())
                : joined.answer();
    }

    private Running join() {
        Running before = running.get();
        if (before != null) {
            return before;
        }
        AtomicBoolean begun = new AtomicBoolean();
        Uni<KeySet> answer = Uni.createFrom().deferred(() -> {
            begun.set(true);
            pace.begin();
            return read.get();
        });
        Duration rest = pace.rest();
        Uni<KeySet> rested = rest.isZero() ? answer : timer.apply(rest).chain(() -> answer);
        Running mine = new Running(rested.onTermination().invoke(() -> running.set(null)).memoize().indefinitely(), begun);
        return running.compareAndSet(null, mine) ? mine : join();
    }
}
