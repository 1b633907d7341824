package org.openchami.bss.api;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The body of a GET, which the framework doesn't read: some clients send one. */
final class GetBody {
    private GetBody() {}

    static Uni<String> of(HttpServerRequest request) {
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH) && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return Uni.createFrom().item("");
        }
        return Uni.createFrom().emitter(emitter -> {
            request.exceptionHandler(emitter::fail);
            request.bodyHandler(body -> emitter.complete(body.toString()));
            request.resume();
        });
    }
}
