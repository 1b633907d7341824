package org.openchami.auth.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.config.Settings;
import org.openchami.auth.secret.CompactForm;
import org.openchami.auth.secret.Json;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What an access token says of itself, if it is a JWT. A client need not understand its token (RFC 6749 section 1.4), and its signature is the
 * peer's to check: this serves to notice early what the peer would refuse.
 *
 * @param audience empty if the token is no JWT
 */
record TokenClaims(Optional<List<Object>> audience, Optional<Instant> end) {
    private static final long LAST = Instant.MAX.getEpochSecond() / 2;

    static TokenClaims of(String token) {
        return CompactForm.parts(token).flatMap(parts -> {
            try {
                return Optional.of(Json.object(parts.get(1)));
            } catch (DecodeException | ClassCastException e) {
                return Optional.empty();
            }
        }).map(TokenClaims::of).orElseGet(() -> new TokenClaims(Optional.empty(), Optional.empty()));
    }

    private static TokenClaims of(JsonObject claims) {
        Object audience = claims.getValue("aud");
        List<Object> all = audience instanceof JsonArray several
                ? several.stream().toList()
                : Optional.ofNullable(audience).stream().toList();
        Optional<Instant> end = claims.getValue("exp") instanceof Number exp
                ? Optional.of(Instant.ofEpochSecond(Math.max(0, Math.min(LAST, exp.longValue()))))
                : Optional.empty();
        return new TokenClaims(Optional.of(all), end);
    }

    /** What is wrong if this token is not for that peer. */
    Optional<String> misses(Settings.Peer peer) {
        return audience.filter(all -> !all.contains(peer.audience())).map(all -> "its token is not for '" + peer.audience()
                + "'. Cure: check openchami.auth.peers." + peer.name() + ".audience and the audiences of the registration");
    }
}
