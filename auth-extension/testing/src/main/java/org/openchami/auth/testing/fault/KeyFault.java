package org.openchami.auth.testing.fault;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** What can be wrong with a server of keys, so that no key may be taken from it. */
public enum KeyFault {
    /** Nobody listens. */
    DOWN((vertx, back, keys) -> back.reset()),
    /** 500, as Hydra answers when its database is away. */
    ERROR((vertx, back, keys) -> back.setStatusCode(500).putHeader("Content-Type", "application/json").end("{\"error\":\"error\"}")),
    /** 200, and a page for people, as a gateway answers that stands before a server that is away. */
    HTML((vertx, back, keys) -> back.putHeader("Content-Type", "text/html").end("<!doctype html><title>Under maintenance</title>")),
    /** A set without keys. */
    EMPTY((vertx, back, keys) -> back.putHeader("Content-Type", "application/json").end("{\"keys\":[]}")),
    /** The right keys, and 10 MB beside them. */
    OVERSIZE((vertx, back, keys) -> back.setChunked(true).putHeader("Content-Type", "application/json")
            .end(Buffer.buffer("{\"padding\":\"" + "x".repeat(10 * 1024 * 1024) + "\",").appendBuffer(keys.slice(1, keys.length())))),
    /** An answer that begins well and comes byte by byte, without an end. */
    DRIP((vertx, back, keys) -> {
        back.setChunked(true).putHeader("Content-Type", "application/json").write("{");
        long timer = vertx.setPeriodic(100, tick -> back.write(" "));
        back.closeHandler(closed -> vertx.cancelTimer(timer));
        back.exceptionHandler(broken -> vertx.cancelTimer(timer));
    }),
    /** The right keys are elsewhere, so the server says. */
    REDIRECT((vertx, back, keys) -> back.setStatusCode(302).putHeader("Location", KeyServer.ELSEWHERE).end());

    private final Answering answering;

    private interface Answering {
        void answer(Vertx vertx, HttpServerResponse back, Buffer keys);
    }

    KeyFault(Answering answering) {
        this.answering = answering;
    }

    void answer(Vertx vertx, HttpServerResponse back, Buffer keys) {
        answering.answer(vertx, back, keys);
    }
}
