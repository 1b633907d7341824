package org.openchami.auth.keys;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;
import org.openchami.auth.config.Settings;

import io.vertx.core.Vertx;

/** Brings the authority's keys to disk, and from there to where they are needed; no request and no event loop ever waits for it. */
final class KeysOnDisk {
    private static final Logger LOG = Logger.getLogger(KeysOnDisk.class);

    private final Vertx vertx;
    private final StoredKeys file;
    private final Settings settings;
    private final AtomicReference<KeySet> loaded = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    KeysOnDisk(Vertx vertx, Settings settings, StoredKeys file) {
        this.vertx = vertx;
        this.settings = settings;
        this.file = file;
    }

    /** Blocks: for the start only. */
    void load() {
        if (settings.keys().onDisk()) {
            file.load().ifPresent(loaded::set);
        }
    }

    /** Gives what was loaded to a source that has nothing; once. */
    void standIn(KeySource source) {
        KeySet set = source.usable() ? null : loaded.getAndSet(null);
        if (set != null && source.adopt(set)) {
            LOG.warnf("OCAUTH-0103 The authority's keys can't be read. Those of %s are taken from disk, and serve until %s", set.readAt(),
                    set.readAt().plus(settings.keys().stale()));
        }
    }

    /** One write at a time; what it misses, the next read brings again. */
    void keep(KeySet set) {
        if (settings.keys().onDisk() && file.lacks(set) && writing.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> {
                file.save(set);
                return null;
            }, false).onComplete(done -> writing.set(false));
        }
    }
}
