package org.openchami.auth.outbound;

import java.util.function.Consumer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.CallChain;
import org.openchami.auth.context.ContextSigner;
import org.openchami.auth.identity.OwnIdentity;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.Secret;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;

/**
 * Puts on a request what its receiver judges it by: the token and the context that is signed for this token alone, or a password. They wait in the Vert.x
 * context of this one call until the request is written. The client's own headers are no place for them: all who subscribe to one {@code Uni} of a
 * client share those, and a user's call could leave with another's token.
 */
@Singleton
class Credentials {
    private static final String KEY = Credentials.class.getName();
    private static final String AUTHORIZATION = "Authorization";

    private final OwnIdentity identity;
    private final ContextSigner signer;

    @Inject
    Credentials(OwnIdentity identity, ContextSigner signer) {
        this.identity = identity;
        this.signer = signer;
    }

    /** What was there before is replaced. */
    void attach(ResteasyReactiveClientRequestContext request, CallChain chain, Settings.Peer peer, BearerToken token) {
        attach(request, sent -> {
            sent.putHeader(AUTHORIZATION, token.header());
            // signed no earlier: a context is good for a minute, and a call may wait for its connection
            sent.putHeader(ContextSigner.HEADER, signer.sign(chain, identity.signingKey(), peer.audience(), token));
        });
    }

    /** A password goes alone: a context is bound to a token, and the peer knows neither. */
    void attach(ResteasyReactiveClientRequestContext request, Secret authorization) {
        attach(request, sent -> sent.putHeader(AUTHORIZATION, authorization.reveal()));
    }

    private static void attach(ResteasyReactiveClientRequestContext request, Consumer<HttpClientRequest> headers) {
        request.getHeaders().remove(AUTHORIZATION);
        request.getHeaders().remove(ContextSigner.HEADER);
        Consumer<HttpClientRequest> write = sent -> {
            try {
                headers.accept(sent);
            } catch (RuntimeException e) {
                sent.reset();
                request.resume(e);
                throw e;
            }
        };
        request.getContext().putLocal(KEY, write);
    }

    /** Runs where the call runs, when its connection is there, and before its other headers are written. */
    static void write(HttpClientRequest request) {
        Context call = Vertx.currentContext();
        Consumer<HttpClientRequest> write = call.getLocal(KEY);
        if (write != null) {
            call.removeLocal(KEY);
            write.accept(request);
        }
    }
}
