package org.openchami.auth.outbound;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;
import org.openchami.auth.CallAs;
import org.openchami.auth.Caller;
import org.openchami.auth.PeerRefusedException;
import org.openchami.auth.UserTokenMissingException;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.CallChain;
import org.openchami.auth.context.CurrentCallContext;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Presented;
import org.openchami.auth.context.SameContext;
import org.openchami.auth.identity.OwnIdentity;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;

/**
 * Gives a call to a peer its token, and the signed context that says for whom and why it is made. Nothing leaves for an origin that is not a
 * configured peer's, and nobody's token is replaced by another's.
 */
@Singleton
@Priority(CallAsFilter.LAST)
public class CallAsFilter implements ResteasyReactiveClientRequestFilter {
    /** Behind all other filters, so that none changes the address after it was checked. */
    public static final int LAST = Integer.MAX_VALUE;

    private final Peers peers;
    private final Settings settings;
    private final OwnIdentity identity;
    private final CurrentCallContext calls;
    private final Credentials credentials;
    private final Passwords passwords;

    @Inject
    CallAsFilter(Peers peers, Settings settings, OwnIdentity identity, CurrentCallContext calls, Credentials credentials,
            Passwords passwords) {
        this.peers = peers;
        this.settings = settings;
        this.identity = identity;
        this.calls = calls;
        this.credentials = credentials;
        this.passwords = passwords;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        CallChain chain = calls.chain();
        Optional<Presented> presented = InboundCall.current().flatMap(InboundCall::presented);
        URI uri = request.getUri();
        request.suspend();
        Uni.createFrom().deferred(() -> {
            Settings.Peer peer = peers.at(uri);
            Caller caller = caller(request);
            Optional<Presented> user = presented.filter(credential -> !credential.service());
            boolean own = caller == Caller.SERVICE || caller == Caller.USER_OR_SERVICE && user.isEmpty();
            if (peer.basic().isPresent()) {
                return password(own, peer).invoke(authorization -> credentials.attach(request, authorization)).replaceWithVoid();
            }
            return (own ? identity.token(peer.name()) : token(user, peer)).invoke(token -> {
                credentials.attach(request, chain, peer, token);
                if (own) {
                    OwnCall.keep(request, peer, chain, token);
                }
            }).replaceWithVoid();
        }).emitOn(SameContext.here()).subscribe().with(done -> request.resume(), request::resume);
    }

    private static Caller caller(ResteasyReactiveClientRequestContext request) {
        if (request.getProperty(RestClientRequestContext.INVOKED_METHOD_PROP) instanceof Method method) {
            CallAs own = method.getAnnotation(CallAs.class);
            CallAs shared = own != null ? own : method.getDeclaringClass().getAnnotation(CallAs.class);
            if (shared != null) {
                return shared.value();
            }
        }
        throw new PeerRefusedException("a method without @CallAs was invoked on a client that has it");
    }

    /** What we show there is ours: a call for a user would say nothing of the user. */
    private Uni<Secret> password(boolean own, Settings.Peer peer) {
        return own
                ? passwords.header(peer)
                : Uni.createFrom().failure(
                        new PeerRefusedException("'" + peer.name() + "' knows us by a password, and is never called as a user"));
    }

    private Uni<BearerToken> token(Optional<Presented> user, Settings.Peer peer) {
        if (user.isEmpty()) {
            return Uni.createFrom()
                    .failure(new UserTokenMissingException("'" + peer.name() + "' is called as the user, and no user called"));
        }
        Optional<BearerToken> bearer = user.get().bearer();
        if (bearer.isEmpty()) {
            return Uni.createFrom().failure(new UserTokenMissingException(
                    "'" + peer.name() + "' is called as the user, who came with a client certificate and without a token"));
        }
        boolean meant = user.get().audience().contains(peer.audience()) || user.get().audience().contains(settings.clusterAudience());
        return meant
                ? Uni.createFrom().item(bearer.get())
                : Uni.createFrom().failure(new PeerRefusedException("the user's token is not meant for '" + peer.name() + "'"));
    }
}
