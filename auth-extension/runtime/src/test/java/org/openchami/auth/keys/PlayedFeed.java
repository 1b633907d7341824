package org.openchami.auth.keys;

import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.keys.KeyFeedException.Fault;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/** Publishes one key named {@code a}, or is away; it answers at once, and counts how often it is asked. */
final class PlayedFeed implements KeyFeed {
    private final JsonObject keys = Jwks.set(Jwks.ec("a"));
    private Optional<Duration> retryAfter = Optional.empty();
    private boolean away;
    private int reads;

    @Override
    public Uni<Published> read() {
        reads++;
        return away
                ? Uni.createFrom().failure(new KeyFeedException(Fault.NO_KEY_SET, address(), "HTTP 503 without a JWK set", retryAfter))
                : Uni.createFrom().item(new Published(keys, Optional.empty(), false));
    }

    void goAway() {
        away = true;
    }

    /** @param asked when it is to be asked again */
    void goAway(Duration asked) {
        goAway();
        retryAfter = Optional.of(asked);
    }

    void comeBack() {
        away = false;
    }

    int reads() {
        return reads;
    }

    @Override
    public String address() {
        return "http://played.test/jwks.json";
    }
}
