package org.openchami.auth.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.testing.clock.TestClock;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** The authority as a held token sees it: gives, fails or hangs as told, and remembers when it was asked. */
final class Grants implements Supplier<Uni<Granted>> {
    static final Duration LIFE = Duration.ofMinutes(60);

    private enum Mood {
        GIVES,
        FAILS,
        HANGS
    }

    private final TestClock clock;
    private final List<Instant> asked = new ArrayList<>();
    private final List<UniEmitter<? super Granted>> hanging = new ArrayList<>();
    private Mood mood = Mood.GIVES;
    private Optional<Duration> retryAfter = Optional.empty();

    Grants(TestClock clock) {
        this.clock = clock;
    }

    void give() {
        mood = Mood.GIVES;
    }

    void fail() {
        mood = Mood.FAILS;
    }

    /** As a 503 with Retry-After does. */
    void fail(Duration comeBack) {
        mood = Mood.FAILS;
        retryAfter = Optional.of(comeBack);
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
    public synchronized Uni<Granted> get() {
        asked.add(clock.instant());
        return switch (mood) {
            case GIVES -> Uni.createFrom().item(token());
            case FAILS -> Uni.createFrom().failure(NoTokenException.now("authority down", retryAfter));
            case HANGS -> Uni.createFrom().emitter(hanging::add);
        };
    }

    private Granted token() {
        return new Granted(new BearerToken("token-" + asked.size(), clock.instant().plus(LIFE)), LIFE, Optional.empty());
    }

    int count() {
        return asked.size();
    }

    List<Instant> asked() {
        return List.copyOf(asked);
    }
}
