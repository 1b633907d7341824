package org.openchami.auth.outbound;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientResponseContext;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;
import org.openchami.auth.context.SameContext;
import org.openchami.auth.identity.OwnIdentity;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.mutiny.Uni;

/**
 * A peer that answers 401 may no longer know a token that looks good from here. If it was this service's own, a newer one is asked for, and the
 * call is made once more where that is safe; else the 401 goes to the caller, and the next call has the newer token. A user's token is the
 * user's: its 401 goes to the caller as it is.
 */
@Singleton
public class RejectedTokenFilter implements ResteasyReactiveClientResponseFilter {
    /** Before all other response filters: none sees an answer that the caller does not get. */
    public static final int FIRST = Integer.MAX_VALUE;

    private static final Logger LOG = Logger.getLogger(RejectedTokenFilter.class);

    private final OwnIdentity identity;
    private final Credentials credentials;
    private final PeerRejections rejections;

    @Inject
    RejectedTokenFilter(OwnIdentity identity, Credentials credentials, PeerRejections rejections) {
        this.identity = identity;
        this.credentials = credentials;
        this.rejections = rejections;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
        Optional<OwnCall> own = OwnCall.of(request);
        if (own.isEmpty() || !refused(response)) {
            return;
        }
        OwnCall call = own.get();
        rejections.rejected(call.peer().name());
        if (call.sentAgain()) {
            return;
        }
        if (Repeatable.is(request.unwrap(RestClientRequestContext.class))) {
            request.suspend();
            newer(call).emitOn(SameContext.here()).invoke(token -> token.ifPresent(found -> sendAgain(request, call, found)))
                    .subscribe().with(done -> request.resume(), failure -> {
                        LOG.debugf("The call to '%s' is not repeated: %s", call.peer().name(), failure.getMessage());
                        request.resume();
                    });
        } else {
            newer(call).subscribe().with(token -> {}, failure -> {});
        }
    }

    /** RFC 6750 section 3.1. A challenge that names another error than the token is not about the token; one that names none may be. */
    private static boolean refused(ClientResponseContext response) {
        if (response.getStatus() != 401) {
            return false;
        }
        List<String> challenges = response.getHeaders().getOrDefault("WWW-Authenticate", List.of());
        return challenges.stream().noneMatch(challenge -> challenge.contains("error="))
                || challenges.stream().anyMatch(challenge -> challenge.contains("invalid_token"));
    }

    private Uni<Optional<BearerToken>> newer(OwnCall call) {
        return Uni.createFrom().deferred(() -> identity.rejected(call.peer().name(), call.token()))
                .map(token -> Optional.of(token).filter(held -> !held.reveal().equals(call.token().reveal())))
                .invoke(token -> token.ifPresent(held -> rejections.renewed(call.peer().name(), held)));
    }

    private void sendAgain(ResteasyReactiveClientRequestContext request, OwnCall call, BearerToken token) {
        RestClientRequestContext state = request.unwrap(RestClientRequestContext.class);
        if (!state.isUserCanceled()) {
            credentials.attach(request, call.chain(), call.peer(), token);
            call.sendAgain(state);
            rejections.replayed(call.peer().name());
        }
    }
}
