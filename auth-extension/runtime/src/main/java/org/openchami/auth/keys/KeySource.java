package org.openchami.auth.keys;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.jboss.logging.Logger;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.config.Settings.KeySettings;
import org.openchami.auth.keys.KeyFeed.Published;
import org.openchami.auth.keys.KeyFeedException.Fault;

import io.smallrye.mutiny.Uni;

/**
 * The keys of one issuer. A known key comes from memory. An unknown one waits, with all others that want one, for one shared read,
 * and two such reads are at least a pause apart, whoever asks and however often: junk costs a read a pause, and never a valid
 * token its turn. While there is no good answer the last good set serves, but not past the stale window.
 */
final class KeySource {
    private static final Logger LOG = Logger.getLogger(KeySource.class);
    /** From an issuer that has keys: a first answer may take longer, since Hydra makes the keys then. */
    static final Duration SOON = Duration.ofSeconds(2);

    private final String owner;
    private final KeyFeed feed;
    private final JwksReader reader;
    private final Duration stale;
    private final Surroundings around;
    private final WaitingRoom room;
    private final BiConsumer<KeySet, KeySet> onRead;
    private final Held held;
    private final Pace pace;
    private final DroppedKeys dropped;
    private final SharedRead reads;
    private final Outage outage;
    private volatile boolean failing;

    /**
     * @param owner whose keys they are, for the log
     * @param onRead is told of each set that was read: the one before, and the new one
     */
    KeySource(String owner, KeyFeed feed, JwksReader reader, KeySettings times, Surroundings around, WaitingRoom room,
            BiConsumer<KeySet, KeySet> onRead) {
        this.owner = owner;
        this.feed = feed;
        this.reader = reader;
        this.stale = times.stale();
        this.around = around;
        this.room = room;
        this.onRead = onRead;
        this.held = new Held(stale, around);
        this.pace = new Pace(times, around);
        this.dropped = new DroppedKeys(owner);
        this.outage = new Outage(times.refresh(), around);
        this.reads = new SharedRead(pace, this::ask);
    }

    Held held() {
        return held;
    }

    /** @param peer who asks: an address, or a name */
    Uni<KeyLookup> find(String kid, String peer) {
        Optional<KeyLookup> known = found(kid);
        if (known.isPresent()) {
            return Uni.createFrom().item(known.get());
        }
        Optional<KeyLookup> hopeless = outage.hopeless(held.usable()).map(KeyLookup.Unavailable::new);
        if (hopeless.isPresent()) {
            return Uni.createFrom().item(hopeless.get());
        }
        String share = owner + " " + Network.of(peer);
        return room.await(share, Uni.createFrom().deferred(() -> asked(kid, share)));
    }

    private Uni<KeyLookup> asked(String kid, String share) {
        return room.inTurn(share, reads.bringing(set -> set.find(kid).isPresent()))
                .<KeyLookup>map(set -> set.find(kid).<KeyLookup>map(KeyLookup.Found::new).orElseGet(KeyLookup.Unknown::new)).ifNoItem()
                .after(AuthorityClient.LIMIT).fail().onFailure()
                .recoverWithItem(() -> found(kid).orElseGet(() -> new KeyLookup.Unavailable(WaitingRoom.RETRY)));
    }

    private Optional<KeyLookup> found(String kid) {
        return held.find(kid).map(KeyLookup.Found::new);
    }

    /** Reads the set unless a read is under way, which all share. Fails if there was no good answer. */
    Uni<KeySet> read() {
        return reads.any();
    }

    private Uni<KeySet> ask() {
        Duration limit = held.last().isEmpty() ? AuthorityClient.LIMIT : SOON;
        return feed.read().ifNoItem().after(limit)
                .failWith(() -> new KeyFeedException(Fault.NO_ANSWER, feed.address(), "no answer within " + limit.toSeconds() + " s"))
                .map(this::take).onFailure().invoke(outage::failed);
    }

    private KeySet take(Published published) {
        JwksReader.Found found = reader.read(published.jwks(), around.clock().instant(), held.last());
        dropped.tell(found.dropped());
        KeySet set = published.nameless() ? found.set().withoutNames() : found.set();
        if (set.isEmpty()) {
            throw new KeyFeedException(Fault.NO_USABLE_KEY, feed.address(), "a JWK set without a usable key");
        }
        KeySet before = held.replace(set);
        outage.over();
        pace.read(failing || !before.all().equals(set.all()), published.maxAge());
        if (failing) {
            failing = false;
            LOG.infof("OCAUTH-0101 The keys of %s can be read again", owner);
        }
        onRead.accept(before, set);
        return set;
    }

    /** There is reason to think that the set is another now. */
    void doubt() {
        pace.doubt();
    }

    /** The background read: says once that it fails, and goes on. */
    Uni<Void> refresh() {
        return read().replaceWithVoid().onFailure().recoverWithItem(failure -> {
            if (!failing) {
                failing = true;
                LOG.warnf("OCAUTH-0100 The keys of %s can't be read, the last good ones serve for %s: %s", owner, stale,
                        failure.getMessage());
            }
            return null;
        });
    }

    /** Whether the set is to be read in the background now: by the clock, or because there is none that can be used, or it failed. */
    boolean due() {
        return outage.stayAway().isEmpty() && (failing || !held.usable() || pace.due());
    }
}
