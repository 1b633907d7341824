package org.openchami.auth.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.testing.clock.TestClock;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** The authority as a held token sees it: gives, fails or hangs as told, and remembers when it was asked. */
final class Grants implements Supplier<Uni<BearerToken>> {
    static final Duration LIFE = Duration.ofMinutes(60);

    private enum Mood {
        GIVES,
        FAILS,
        HANGS
    }

    private final TestClock clock;
    private final List<Instant> asked = new ArrayList<>();
    private final List<UniEmitter<? super BearerToken>> hanging = new ArrayList<>();
    private Mood mood = Mood.GIVES;

    Grants(TestClock clock) {
        this.clock = clock;
    }

    void give() {
        mood = Mood.GIVES;
    }

    void fail() {
        mood = Mood.FAILS;
    }

    void hang() {
        mood = Mood.HANGS;
    }

    /** Answers all that hang. */
    synchronized void answer() {
        mood = Mood.GIVES;
        List.copyOf(hanging).forEach(emitter -> emitter.complete(token()));
        hanging.clear();
    }

    @Override
    public synchronized Uni<BearerToken> get() {
        asked.add(clock.instant());
        return switch (mood) {
            case GIVES -> Uni.createFrom().item(token());
            case FAILS -> Uni.createFrom().failure(new IllegalStateException("authority down"));
            case HANGS -> Uni.createFrom().emitter(hanging::add);
        };
    }

    private BearerToken token() {
        return new BearerToken("token-" + asked.size(), clock.instant().plus(LIFE));
    }

    int count() {
        return asked.size();
    }

    List<Instant> asked() {
        return List.copyOf(asked);
    }
}
