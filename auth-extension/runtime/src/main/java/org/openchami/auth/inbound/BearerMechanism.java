package org.openchami.auth.inbound;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.openchami.auth.Origin;
import org.openchami.auth.config.RouteRule;
import org.openchami.auth.config.RouteRule.BadCredential;
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
    private final RouteRules rules;
    private final Shadow shadow;

    @Inject
    BearerMechanism(TokenVerifier verifier, Answers answers, SourceAddress sources, TransactionId transactions, RouteRules rules,
            Shadow shadow) {
        this.verifier = verifier;
        this.answers = answers;
        this.sources = sources;
        this.transactions = transactions;
        this.rules = rules;
        this.shadow = shadow;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        request.put(HttpAuthenticationMechanism.class.getName(), this);
        RouteRule rule = rules.of(request.normalizedPath());
        Origin nobody = new Origin.Unknown(Optional.of(sources.of(request.request())));
        InboundCall.of(request).chain(CallChain.start(nobody, Optional.empty(), transactions.next()));
        Credential credential = Credential.read(request.request().headers());
        if (credential instanceof Credential.Bearer bearer) {
            return verifier.verify(bearer.token(), sources.of(request.request())).emitOn(SameContext.here())
                    .chain(verdict -> decide(request, rule, verdict, identities));
        }
        if (credential instanceof Credential.None) {
            return Shadow.covers(rule) ? Uni.createFrom().item(Shadow.nobody()) : Uni.createFrom().nullItem();
        }
        return refuse(request, rule, Refusal.invalidRequest(), Shadowed.MALFORMED_CREDENTIAL, "malformed authorization");
    }

    private Uni<SecurityIdentity> decide(RoutingContext request, RouteRule rule, Verdict verdict, IdentityProviderManager identities) {
        if (verdict instanceof Verdict.Accepted accepted) {
            return identities.authenticate(new VerifiedTokenRequest(accepted.token()))
                    .chain(identity -> accept(request, rule, accepted.token(), identity));
        }
        return verdict instanceof Verdict.Rejected rejected
                ? refuse(request, rule, Refusal.invalidToken(), Shadowed.BAD_TOKEN, "token " + rejected.reason().code())
                : refuse(request, rule, Refusal.comeBack(((Verdict.Undecided) verdict).retryAfter()), Shadowed.KEYS_UNAVAILABLE,
                        "keys unavailable");
    }

    private Uni<SecurityIdentity> accept(RoutingContext request, RouteRule rule, AccessToken token, SecurityIdentity identity) {
        CallRole role = CallRole.read(request.request().headers());
        SecurityIdentity acting = identity;
        if (role instanceof CallRole.Malformed) {
            return refuse(request, rule, Refusal.malformedRole(), Shadowed.MALFORMED_CREDENTIAL, "malformed role");
        }
        if (role instanceof CallRole.One one) {
            if (!identity.hasRole(one.name())) {
                return refuse(request, rule, Refusal.roleNotGranted(), Shadowed.ROLE_NOT_GRANTED, "role not granted");
            }
            acting = new ActingIdentity(identity, one.name());
        }
        Presented presented = new Presented(token.bearer(), token.issuer(), token.subject(), token.clientId(), token.service(),
                token.audience());
        InboundCall call = InboundCall.of(request);
        call.presented(presented);
        call.chain().ifPresent(chain -> call.chain(chain.from(presented.origin())));
        return Uni.createFrom().item(Shadow.covers(rule) ? new ShadowIdentity(acting) : acting);
    }

    /** On a route in shadow, and where a bad credential counts as none, it goes on as nobody's. */
    private Uni<SecurityIdentity> refuse(RoutingContext request, RouteRule rule, Refusal refusal, Shadowed why, String reason) {
        LOG.debugf("OCAUTH-0300 Refused with %d: %s", refusal.status(), reason);
        InboundCall call = InboundCall.of(request);
        call.reason(reason);
        answers.keep(request, refusal);
        if (Shadow.covers(rule)) {
            shadow.note(call, refusal.status(), why);
            return Uni.createFrom().item(Shadow.nobody());
        }
        return rule.badCredential() == BadCredential.ANONYMOUS
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().failure(new AuthenticationFailedException());
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
