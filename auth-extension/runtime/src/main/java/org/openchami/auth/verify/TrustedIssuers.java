package org.openchami.auth.verify;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Whose tokens are judged, by their {@code iss} to the letter; an operator's revocation is noticed within a second. */
@Singleton
class TrustedIssuers {
    private static final long TICK = 1000;

    private final Vertx vertx;
    private final Map<String, TrustedIssuer> byIss;
    private final AtomicBoolean reading = new AtomicBoolean();
    private long timer = -1;

    @Inject
    TrustedIssuers(Vertx vertx, Settings settings) {
        this.vertx = vertx;
        this.byIss = settings.issuers().stream().map(TrustedIssuer::of)
                .collect(Collectors.toUnmodifiableMap(issuer -> issuer.settings().iss(), issuer -> issuer));
        byIss.values().forEach(issuer -> issuer.notBefore().load());
    }

    /** Null if nobody trusts it. */
    TrustedIssuer get(String iss) {
        return byIss.get(iss);
    }

    void start(@Observes StartupEvent started) {
        if (byIss.values().stream().anyMatch(issuer -> issuer.notBefore().fromFile())) {
            timer = vertx.setPeriodic(TICK, id -> tick());
        }
    }

    private void tick() {
        if (reading.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> {
                reload();
                return null;
            }, false).onComplete(done -> reading.set(false));
        }
    }

    /** Blocks. */
    void reload() {
        byIss.values().stream().map(TrustedIssuer::notBefore).filter(NotBefore::fromFile).forEach(NotBefore::reload);
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }
}
