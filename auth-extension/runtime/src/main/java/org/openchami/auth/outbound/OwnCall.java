package org.openchami.auth.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ClientRestHandler;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.CallChain;
import org.openchami.auth.secret.BearerToken;

/**
 * A call that was made in this service's own name, kept until its answer is there: what it carried, and from where in the client's chain of
 * handlers it can be sent once more. Whoever made the call sees one call and one answer, whatever type the client's method returns.
 */
final class OwnCall {
    private static final String KEY = OwnCall.class.getName();

    private final Settings.Peer peer;
    private final CallChain chain;
    private final BearerToken token;
    private final ClientRestHandler[] handlers;
    private final ClientRestHandler[] afterFailure;
    private final int next;
    private boolean sentAgain;

    private OwnCall(Settings.Peer peer, CallChain chain, BearerToken token, RestClientRequestContext state) {
        this.peer = peer;
        this.chain = chain;
        this.token = token;
        this.handlers = state.getHandlers();
        this.afterFailure = state.getAbortHandlerChain();
        this.next = state.getPosition();
    }

    /** To be called by the last request filter: what comes after it is done again, and nothing that comes before. */
    static void keep(ResteasyReactiveClientRequestContext request, Settings.Peer peer, CallChain chain, BearerToken token) {
        request.setProperty(KEY, new OwnCall(peer, chain, token, request.unwrap(RestClientRequestContext.class)));
    }

    static Optional<OwnCall> of(ResteasyReactiveClientRequestContext request) {
        return Optional.ofNullable((OwnCall) request.getProperty(KEY));
    }

    Settings.Peer peer() {
        return peer;
    }

    CallChain chain() {
        return chain;
    }

    BearerToken token() {
        return token;
    }

    boolean sentAgain() {
        return sentAgain;
    }

    /** Once the request is resumed, it is sent anew in place of the answer being given to the caller. The answer is let go of. */
    void sendAgain(RestClientRequestContext state) {
        sentAgain = true;
        close(state.getResponseEntityStream());
        state.setResponseEntityStream(null).setResponseMultipartParts(null).setResponseStatus(0);
        state.setAbortHandlerChainStarted(false);
        state.setAbortHandlerChain(afterFailure);
        state.restart(handlers, true);
        state.setPosition(next);
    }

    private static void close(InputStream answer) {
        try {
            if (answer != null) {
                answer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
