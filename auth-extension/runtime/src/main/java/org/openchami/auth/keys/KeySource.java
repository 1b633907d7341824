package org.openchami.auth.keys;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import org.jboss.logging.Logger;
import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.Settings.KeySettings;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The keys at one address. A known key comes from memory. An unknown one waits, with all others that want one, for one shared read,
 * and two such reads are at least a pause apart, whoever asks and however often: junk costs a read a pause, and never a valid
 * token its turn. While the address gives no good answer the last good set serves, but not past the stale window.
 */
final class KeySource {
    private static final Logger LOG = Logger.getLogger(KeySource.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final KeySet NONE = new KeySet(Map.of(), Instant.EPOCH, new JsonArray());

    private final URI url;
    private final KeySettings times;
    private final AuthorityClient http;
    private final Clock clock;
    private final BiConsumer<KeySet, KeySet> onRead;
    private final AtomicReference<KeySet> held = new AtomicReference<>(NONE);
    private final AtomicReference<Uni<KeySet>> reading = new AtomicReference<>();
    private final Doubt doubt = new Doubt();
    private volatile Instant lastRead = Instant.EPOCH;
    private volatile boolean failing;

    /** @param onRead is told of each set that was read: the one before, and the new one */
    KeySource(URI url, KeySettings times, AuthorityClient http, Clock clock, BiConsumer<KeySet, KeySet> onRead) {
        this.url = url;
        this.times = times;
        this.http = http;
        this.clock = clock;
        this.onRead = onRead;
    }

    Uni<KeyLookup> find(String kid) {
        Optional<KeyLookup> known = held(kid);
        if (known.isPresent()) {
            return Uni.createFrom().item(known.get());
        }
        // a read that was under way already may have been answered before this key existed
        boolean underWay = reading.get() != null;
        Uni<KeySet> answer = underWay ? read().chain(set -> set.find(kid).isPresent() ? Uni.createFrom().item(set) : read()) : read();
        return answer.<KeyLookup>map(set -> set.find(kid).<KeyLookup>map(KeyLookup.Found::new).orElseGet(KeyLookup.Unknown::new))
                .ifNoItem().after(AuthorityClient.LIMIT).fail().onFailure()
                .recoverWithItem(() -> held(kid).orElseGet(() -> new KeyLookup.Unavailable(RETRY)));
    }

    /** Reads the set unless a read is under way, which all share. Fails if there was no good answer. */
    Uni<KeySet> read() {
        Uni<KeySet> running = reading.get();
        if (running != null) {
            return running;
        }
        Duration wait = Duration.between(clock.instant(), lastRead.plus(times.pause()));
        if (wait.compareTo(times.pause()) > 0) {
            wait = times.pause(); // the clock was set back
        }
        Uni<Answer> answer = Uni.createFrom().deferred(() -> {
            lastRead = clock.instant();
            return http.get(url);
        });
        Uni<Answer> paused = wait.isNegative() || wait.isZero()
                ? answer
                : Uni.createFrom().voidItem().onItem().delayIt().by(wait).chain(() -> answer);
        Uni<KeySet> mine = paused.map(this::take).onTermination().invoke(() -> reading.set(null)).memoize().indefinitely();
        return reading.compareAndSet(null, mine) ? mine : read();
    }

    private Optional<KeyLookup> held(String kid) {
        return fresh(held.get()).flatMap(set -> set.find(kid)).map(KeyLookup.Found::new);
    }

    private Optional<KeySet> fresh(KeySet set) {
        return set.readAt().plus(times.stale()).isAfter(clock.instant()) ? Optional.of(set) : Optional.empty();
    }

    private KeySet take(Answer answer) {
        KeySet set = (answer.status() == 200 ? answer.json() : Optional.<JsonObject>empty())
                .flatMap(json -> KeySet.of(json, clock.instant()))
                .orElseThrow(() -> new UnavailableException(url, "HTTP " + answer.status() + " without a usable JWK set"));
        KeySet before = held.getAndSet(set);
        doubt.settle(failing || !before.keys().keySet().equals(set.keys().keySet()));
        if (failing) {
            failing = false;
            LOG.infof("OCAUTH-0101 The keys of %s can be read again", url);
        }
        onRead.accept(before, set);
        return set;
    }

    /** Takes a set that was read earlier; false if there is a better one already. */
    boolean adopt(KeySet set) {
        return held.compareAndSet(NONE, set);
    }

    /** There is reason to think that the set is another now. */
    void doubt() {
        doubt.raise();
    }

    boolean failing() {
        return failing;
    }

    /** The background read: says once that it fails, and goes on. */
    Uni<Void> refresh() {
        return read().replaceWithVoid().onFailure().recoverWithItem(failure -> {
            if (!failing) {
                failing = true;
                LOG.warnf("OCAUTH-0100 The keys can't be read, the last good ones serve for %s: %s", times.stale(), failure.getMessage());
            }
            return null;
        });
    }

    /** Whether the set is to be read in the background now: by the clock, or because there is none that can be used. */
    boolean due() {
        Instant now = clock.instant();
        return !usable() || lastRead.isAfter(now) || !lastRead.plus(doubt.pace(times.refresh())).isAfter(now);
    }

    int size() {
        return held.get().keys().size();
    }

    boolean usable() {
        return fresh(held.get()).isPresent();
    }
}
