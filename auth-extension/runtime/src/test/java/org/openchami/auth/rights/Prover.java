package org.openchami.auth.rights;

import java.time.Instant;
import java.util.function.Consumer;

import org.openchami.auth.testing.token.DpopKey;

import io.vertx.core.json.JsonObject;

/** A client that holds a key, and makes DPoP proofs for {@link Call#get()} with {@link Tokens#BEARER}. */
record Prover(DpopKey key) {

    static Prover with(String algorithm) {
        return new Prover(DpopKey.with(algorithm));
    }

    String thumbprint() {
        return key.thumbprint();
    }

    String proof(Instant now) {
        return proof(now, header -> {}, claims -> {});
    }

    String proof(Instant now, Consumer<JsonObject> header, Consumer<JsonObject> claims) {
        JsonObject head = key.header();
        header.accept(head);
        JsonObject body = claims(now);
        claims.accept(body);
        return key.sign(head, body);
    }

    static JsonObject claims(Instant now) {
        return DpopKey.claims(now, "GET", Call.COMPONENTS.toString(), Tokens.BEARER.reveal());
    }
}
