package org.openchami.auth.outbound;

import java.io.InputStream;
import java.io.Reader;
import java.util.Set;
import java.util.concurrent.Flow;

import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.impl.multipart.QuarkusMultipartForm;

import io.vertx.core.streams.ReadStream;

/** Whether a request may be sent twice: its method is idempotent (RFC 9110 section 9.2.2), and its body can be read again. */
final class Repeatable {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private Repeatable() {}

    static boolean is(RestClientRequestContext request) {
        return is(request.getHttpMethod(), request.getEntity() == null ? null : request.getEntity().getEntity());
    }

    static boolean is(String method, Object body) {
        return IDEMPOTENT.contains(method) && !readOnce(body);
    }

    private static boolean readOnce(Object body) {
        if (body instanceof GenericEntity<?> typed) {
            return readOnce(typed.getEntity());
        }
        if (body instanceof QuarkusMultipartForm form) {
            for (var part : form) {
                // a part that is an object has its place only: it is written anew each time
                if (part != null && part.multiByteContent() != null) {
                    return true;
                }
            }
            return false;
        }
        return body instanceof InputStream || body instanceof Reader || body instanceof Flow.Publisher<?> || body instanceof ReadStream<?>
                || body instanceof StreamingOutput;
    }
}
