package org.openchami.auth.keys;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;

import io.vertx.core.Vertx;

/** Brings the keys of one issuer to disk, and from there to where they are needed; no request and no event loop ever waits for it. */
final class KeysOnDisk {
    private static final Logger LOG = Logger.getLogger(KeysOnDisk.class);

    private final Vertx vertx;
    private final String issuer;
    private final boolean on;
    private final Duration stale;
    private final StoredKeys file;
    private final Surroundings around;
    private final AtomicReference<Held.Dated> loaded = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    /** @param on whether anything is kept at all */
    KeysOnDisk(Vertx vertx, String issuer, boolean on, Duration stale, StoredKeys file, Surroundings around) {
        this.vertx = vertx;
        this.issuer = issuer;
        this.on = on;
        this.stale = stale;
        this.file = file;
        this.around = around;
    }

    /** Blocks: for the start only. */
    void load() {
        if (on) {
            file.load().ifPresent(set -> loaded.set(new Held.Dated(set, around.at(set.readAt()))));
        }
    }

    /** Gives what was loaded to a source that has nothing; once. */
    void standIn(KeySource source) {
        Held.Dated dated = source.held().usable() ? null : loaded.getAndSet(null);
        if (dated != null && source.held().adopt(dated)) {
            KeySet set = dated.set();
            LOG.warnf("OCAUTH-0103 The keys of issuer '%s' can't be read. Those of %s are taken from disk, and serve until %s", issuer,
                    set.readAt(), set.readAt().plus(stale));
        }
    }

    /** One write at a time; what it misses, the next read brings again. */
    void keep(KeySet set) {
        if (on && file.lacks(set) && writing.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> {
                file.save(set);
                return null;
            }, false).onComplete(done -> writing.set(false));
        }
    }
}
