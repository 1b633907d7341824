package org.openchami.auth.keys;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;
import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.Settings.KeySettings;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/**
 * The keys at one address. A known key comes from memory. An unknown one waits, with all others that want one, for one shared read,
 * and two such reads are at least a pause apart, whoever asks and however often: junk costs a read a pause, and never a valid
 * token its turn. While the address gives no good answer the last good set serves, but not past the stale window.
 */
final class KeySource {
    private static final Logger LOG = Logger.getLogger(KeySource.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final URI url;
    private final KeySettings times;
    private final AuthorityClient http;
    private final Clock clock;
    private final AtomicReference<KeySet> held = new AtomicReference<>(new KeySet(Map.of(), Instant.EPOCH));
    private final AtomicReference<Uni<KeySet>> reading = new AtomicReference<>();
    private volatile Instant lastRead = Instant.EPOCH;
    private volatile boolean failing;

    KeySource(URI url, KeySettings times, AuthorityClient http, Clock clock) {
        this.url = url;
        this.times = times;
        this.http = http;
        this.clock = clock;
    }

    Uni<KeyLookup> find(String kid) {
        Optional<VerificationKey> known = fresh(held.get()).flatMap(set -> set.find(kid));
        if (known.isPresent()) {
            return Uni.createFrom().item(new KeyLookup.Found(known.get()));
        }
        // a read that was under way already may have been answered before this key existed
        boolean underWay = reading.get() != null;
        Uni<KeySet> answer = underWay ? read().chain(set -> set.find(kid).isPresent() ? Uni.createFrom().item(set) : read()) : read();
        return answer.<KeyLookup>map(set -> set.find(kid).<KeyLookup>map(KeyLookup.Found::new).orElseGet(KeyLookup.Unknown::new))
                .ifNoItem().after(AuthorityClient.LIMIT).fail().onFailure().recoverWithItem(new KeyLookup.Unavailable(RETRY));
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

    private Optional<KeySet> fresh(KeySet set) {
        return set.readAt().plus(times.stale()).isAfter(clock.instant()) ? Optional.of(set) : Optional.empty();
    }

    private KeySet take(Answer answer) {
        KeySet set = (answer.status() == 200 ? answer.json() : Optional.<JsonObject>empty()).flatMap(JwksReader::read)
                .map(keys -> new KeySet(keys, clock.instant()))
                .orElseThrow(() -> new UnavailableException(url, "HTTP " + answer.status() + " without a usable JWK set"));
        held.set(set);
        if (failing) {
            failing = false;
            LOG.infof("OCAUTH-0101 The keys of %s can be read again", url);
        }
        return set;
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
        return !usable() || lastRead.isAfter(now) || !lastRead.plus(times.refresh()).isAfter(now);
    }

    int size() {
        return held.get().keys().size();
    }

    boolean usable() {
        return fresh(held.get()).isPresent();
    }
}
