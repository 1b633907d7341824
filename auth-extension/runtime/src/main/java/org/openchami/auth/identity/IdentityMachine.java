package org.openchami.auth.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

/**
 * The one state machine of an identity: {@link IdentityState} draws it, {@link Transition} moves it, this holds where it stands. Whoever reads gets
 * an immutable snapshot.
 */
final class IdentityMachine {
    private static final Logger LOG = Logger.getLogger(IdentityMachine.class);

    private final AtomicReference<IdentitySnapshot> now;
    private final Clock clock;
    private final Consumer<IdentitySnapshot> watcher;
    private final Map<String, LongAdder> counts = new TreeMap<>();

    IdentityMachine(String clientId, Collection<String> peers, Clock clock, Consumer<IdentitySnapshot> watcher) {
        this.now = new AtomicReference<>(IdentitySnapshot.initial(clientId, peers, clock.instant()));
        this.clock = clock;
        this.watcher = watcher;
        for (Class<?> event : IdentityEvent.class.getPermittedSubclasses()) {
            counts.put(name(event), new LongAdder());
        }
    }

    private static String name(Class<?> event) {
        return event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** How often each event came. */
    Map<String, LongAdder> counts() {
        return Collections.unmodifiableMap(counts);
    }

    IdentitySnapshot snapshot() {
        return now.get();
    }

    void apply(IdentityEvent event) {
        counts.get(name(event.getClass())).increment();
        IdentitySnapshot before;
        IdentitySnapshot after;
        do {
            before = now.get();
            after = Transition.of(before, event, clock.instant());
        } while (!now.compareAndSet(before, after));
        if (after.state() != before.state()) {
            // a renewal comes and goes with each token, and is no news
            Logger.Level level = quiet(before.state()) && quiet(after.state()) ? Logger.Level.DEBUG : Logger.Level.INFO;
            LOG.logf(level, "OCAUTH-0220 Identity '%s': %s, was %s: %s", after.clientId(), after.state().text(), before.state().text(),
                    event.cause());
        }
        watcher.accept(after);
    }

    private static boolean quiet(IdentityState state) {
        return state == IdentityState.TOKEN_HELD || state == IdentityState.RENEWING;
    }
}
