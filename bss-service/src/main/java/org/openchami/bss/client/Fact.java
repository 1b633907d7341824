package org.openchami.bss.client;

import java.time.Instant;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/**
 * What is held under one key.
 *
 * @param value what smd said, if it knew
 * @param failure why smd could not be asked, where nothing is known; else null
 * @param learned when smd said so
 * @param askAgain until when it is used without asking
 */
record Fact<V>(Optional<V> value, Throwable failure, Instant learned, Instant askAgain) {

    Uni<Optional<V>> answer() {
        return failure == null ? Uni.createFrom().item(value) : Uni.createFrom().failure(failure);
    }
}
