package org.openchami.auth.keys;

import java.net.URI;
import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.openchami.auth.config.Settings.KeySettings;

/** A source of keys as a service drives it, in time that the test has in its hands: it is looked after every tick, and a valid call comes as often. */
final class TimedSource {
    static final Duration REFRESH = Duration.ofSeconds(60);
    static final Duration STALE = Duration.ofHours(2);

    final PlayedFeed feed = new PlayedFeed();
    final TestTime time = new TestTime();
    final KeySource source;

    TimedSource() {
        this(() -> 0);
    }

    TimedSource(DoubleSupplier random) {
        KeySettings settings = new KeySettings(URI.create(feed.address()), REFRESH, Keys.TICK, STALE, false, 1);
        source = new KeySource("issuer", feed, Jwks.reader(), settings, time.around(random), new WaitingRoom(1, Runnable::run),
                (before, now) -> {});
        tick();
    }

    /** Lets time pass, and says how many of the calls that came meanwhile were put off. */
    int run(Duration length) {
        int putOff = 0;
        for (Duration passed = Duration.ZERO; passed.compareTo(length) < 0; passed = passed.plus(Keys.TICK)) {
            time.advance(Keys.TICK);
            putOff += served() ? 0 : 1;
            tick();
        }
        return putOff;
    }

    void tick() {
        if (source.due()) {
            source.refresh().subscribe().with(done -> {}, failure -> {});
        }
    }

    boolean served() {
        return source.find("a", "10.0.0.1").await().atMost(Duration.ofSeconds(30)) instanceof KeyLookup.Found;
    }
}
