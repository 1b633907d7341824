package org.openchami.auth.keys;

import java.util.function.Consumer;

import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.KeysPublished;
import org.openchami.auth.config.Issuer;
import org.openchami.auth.config.KeyOrigin;
import org.openchami.auth.config.Settings;

import io.vertx.core.Vertx;

/** The keys of one trusted authority: read in the background, and kept on disk for a start while it is away. */
final class IssuerKeys {
    private final KeySource source;
    private final KeysOnDisk disk;

    private IssuerKeys(KeySource source, KeysOnDisk disk) {
        this.source = source;
        this.disk = disk;
    }

    /** @param event is told when another set of keys than before is published */
    static IssuerKeys of(Issuer issuer, Vertx vertx, Settings settings, AuthorityClient http, Surroundings around, WaitingRoom room,
            Consumer<KeysPublished> event) {
        KeyFeed feed = feed(issuer, vertx, http, around);
        JwksReader reader = new JwksReader(issuer.kidOptional(), issuer.algorithms());
        StoredKeys file = new StoredKeys(StoredKeys.file(settings, issuer), feed.address(), settings.keys().stale(), around.clock(),
                reader);
        boolean kept = settings.keys().onDisk() && !(issuer.keys() instanceof KeyOrigin.InFile);
        KeysOnDisk disk = new KeysOnDisk(vertx, issuer.name(), kept, settings.keys().stale(), file, around);
        KeySource source = new KeySource("issuer '" + issuer.name() + "'", feed, reader, settings.keys(), around, room, (before, now) -> {
            disk.keep(now);
            if (!before.kids().equals(now.kids())) {
                event.accept(new KeysPublished(now.kids()));
            }
        });
        return new IssuerKeys(source, disk);
    }

    private static KeyFeed feed(Issuer issuer, Vertx vertx, AuthorityClient http, Surroundings around) {
        if (issuer.keys() instanceof KeyOrigin.Discovered discovered) {
            return new DiscoveredFeed(issuer.iss(), discovered.base(), http, around);
        }
        return issuer.keys() instanceof KeyOrigin.InFile inFile
                ? new FileFeed(inFile.file(), vertx)
                : new AddressFeed(((KeyOrigin.At) issuer.keys()).address(), http, around.clock());
    }

    KeySource source() {
        return source;
    }

    Held held() {
        return source.held();
    }

    /** Blocks: for the start only. */
    void load() {
        disk.load();
    }

    /** Reads at once; what was kept on disk serves if that fails, or takes its time. */
    void start() {
        source.refresh().subscribe().with(done -> disk.standIn(source), failure -> {});
    }

    void tick() {
        disk.standIn(source);
        if (source.due()) {
            source.refresh().subscribe().with(done -> {}, failure -> {});
        }
    }
}
