package org.openchami.auth.inbound;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.openchami.auth.Origin;
import org.openchami.auth.context.CallChain;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Presented;
import org.openchami.auth.context.SameContext;
import org.openchami.auth.context.TransactionId;
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
import io.vertx.ext.web.RoutingContext;

/**
 * Turns a bearer token into an identity, and every way to have none into the right answer: none is 401 where one is needed, a bad one is 401
 * anywhere, a malformed header is 400, and 503 says that the keys can't be had.
 */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(BearerMechanism.class);

    private final TokenVerifier verifier;
    private final Answers answers;
    private final SourceAddress sources;
    private final TransactionId transactions;

    @Inject
    BearerMechanism(TokenVerifier verifier, Answers answers, SourceAddress sources, TransactionId transactions) {
        this.verifier = verifier;
        this.answers = answers;
        this.sources = sources;
        this.transactions = transactions;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        request.put(HttpAuthenticationMechanism.class.getName(), this);
        Origin nobody = new Origin.Unknown(Optional.of(sources.of(request.request())));
        InboundCall.of(request).chain(CallChain.start(nobody, Optional.empty(), transactions.next()));
        BearerHeader header = BearerHeader.read(request.request().headers());
        if (header instanceof BearerHeader.Malformed) {
            return refuse(request, Refusal.invalidRequest(), "malformed authorization");
        }
        if (!(header instanceof BearerHeader.Token token)) {
            return Uni.createFrom().nullItem();
        }
        return verifier.verify(token.value(), sources.of(request.request())).emitOn(SameContext.here()).chain(verdict -> {
            if (verdict instanceof Verdict.Accepted accepted) {
                return accept(request, accepted.token(), identities);
            }
            return verdict instanceof Verdict.Rejected rejected
                    ? refuse(request, Refusal.invalidToken(), "token " + rejected.reason().code())
                    : refuse(request, Refusal.comeBack(((Verdict.Undecided) verdict).retryAfter()), "keys unavailable");
        });
    }

    private static Uni<SecurityIdentity> accept(RoutingContext request, AccessToken token, IdentityProviderManager identities) {
        Presented presented = new Presented(token.bearer(), token.issuer(), token.subject(), token.clientId(), token.service(),
                token.audience());
        InboundCall call = InboundCall.of(request);
        call.presented(presented);
        call.chain().ifPresent(chain -> call.chain(chain.from(presented.origin())));
        return identities.authenticate(new VerifiedTokenRequest(token));
    }

    private Uni<SecurityIdentity> refuse(RoutingContext request, Refusal refusal, String reason) {
        LOG.debugf("OCAUTH-0300 Refused with %d: %s", refusal.status(), reason);
        InboundCall.of(request).reason(reason);
        answers.keep(request, refusal);
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(answers.complete(request, answers.refusal(request)).data());
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        answers.send(request, answers.refusal(request));
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() { return Set.of(VerifiedTokenRequest.class); }
}
