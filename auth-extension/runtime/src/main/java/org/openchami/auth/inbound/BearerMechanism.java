package org.openchami.auth.inbound;

import java.util.Set;
import java.util.concurrent.Executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Presented;
import org.openchami.auth.verify.AccessToken;
import org.openchami.auth.verify.TokenVerifier;
import org.openchami.auth.verify.Verdict;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Turns a bearer token into an identity, and every way to have none into the right answer: none is 401 where one is needed, a bad one is 401
 * anywhere, a malformed header is 400, and 503 says that the keys can't be had.
 */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(BearerMechanism.class);
    private static final String REFUSAL = Refusal.class.getName();

    private final TokenVerifier verifier;
    private final Settings settings;

    @Inject
    BearerMechanism(TokenVerifier verifier, Settings settings) {
        this.verifier = verifier;
        this.settings = settings;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        request.put(HttpAuthenticationMechanism.class.getName(), this);
        BearerHeader header = BearerHeader.read(request.request().headers());
        if (header instanceof BearerHeader.Malformed) {
            return refuse(request, Refusal.invalidRequest(), "malformed authorization");
        }
        if (!(header instanceof BearerHeader.Token token)) {
            return Uni.createFrom().nullItem();
        }
        Context here = Vertx.currentContext();
        return verifier.verify(token.value()).emitOn(back(here)).chain(verdict -> {
            if (verdict instanceof Verdict.Accepted accepted) {
                return accept(request, accepted.token(), identities);
            }
            return verdict instanceof Verdict.Rejected rejected
                    ? refuse(request, Refusal.invalidToken(), "token " + rejected.reason())
                    : refuse(request, Refusal.comeBack(((Verdict.Undecided) verdict).retryAfter()), "keys unavailable");
        });
    }

    /** A verdict may come from another thread; the request goes on on its own. */
    private static Executor back(Context here) {
        return task -> {
            if (here == null || here == Vertx.currentContext()) {
                task.run();
            } else {
                here.runOnContext(ignored -> task.run());
            }
        };
    }

    private static Uni<SecurityIdentity> accept(RoutingContext request, AccessToken token, IdentityProviderManager identities) {
        InboundCall.of(request).presented(new Presented(token.bearer(), token.issuer(), token.subject(), token.clientId(), token.service(),
                token.audience()));
        return identities.authenticate(new VerifiedTokenRequest(token));
    }

    private static Uni<SecurityIdentity> refuse(RoutingContext request, Refusal refusal, String reason) {
        LOG.debugf("OCAUTH-0300 Refused with %d: %s", refusal.status(), reason);
        InboundCall.of(request).reason(reason);
        request.put(REFUSAL, refusal);
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    Refusal refusal(RoutingContext request) {
        Refusal refusal = request.get(REFUSAL);
        return refusal == null ? Refusal.noCredential(settings.service()) : refusal;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(refusal(request).data());
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        Refusal refusal = refusal(request);
        request.response().setStatusCode(refusal.status()).putHeader("Content-Type", "text/plain; charset=utf-8");
        refusal.headers().forEach(request.response()::putHeader);
        request.response().end(refusal.body());
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() { return Set.of(VerifiedTokenRequest.class); }
}
