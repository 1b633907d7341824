package org.openchami.auth.inbound;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.openchami.auth.config.RouteRule;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.context.Presented;
import org.openchami.auth.context.SameContext;
import org.openchami.auth.rights.Admission;
import org.openchami.auth.rights.CertificatePrincipal;
import org.openchami.auth.rights.Certified;
import org.openchami.auth.rights.Rights;
import org.openchami.auth.verify.TokenVerifier;
import org.openchami.auth.verify.Verdict;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Turns a token into an identity, and every way to have none into the right answer: none is 401 where one is needed, a bad one is 401 anywhere, a
 * malformed header is 400, and 503 says that the keys can't be had. Without a token it may be a client certificate. A token that was seen before
 * costs a hash, and waits for nobody.
 */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {
    private static final int FIRST = 2 * DEFAULT_PRIORITY;

    private final TokenVerifier verifier;
    private final Rights rights;
    private final RouteRules rules;
    private final Answers answers;
    private final Refusing refusing;
    private final Beginning beginning;
    private final boolean augmented;

    @Inject
    BearerMechanism(TokenVerifier verifier, Rights rights, RouteRules rules, Answers answers, Refusing refusing, Beginning beginning,
            Instance<SecurityIdentityAugmentor> augmentors) {
        this.verifier = verifier;
        this.rights = rights;
        this.rules = rules;
        this.answers = answers;
        this.refusing = refusing;
        this.beginning = beginning;
        this.augmented = !augmentors.isUnsatisfied();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        request.put(HttpAuthenticationMechanism.class.getName(), this);
        RouteRule rule = rules.of(request);
        beginning.of(request);
        Credential credential = Credential.read(request.request().headers());
        Arrival arrival = new Arrival(request, rule, beginning.facts(request, rule, credential), identities);
        if (credential instanceof Credential.Token given) {
            Optional<Verdict.Accepted> known = verifier.cached(given.token());
            return known.isPresent()
                    ? accept(arrival, known.get())
                    : verifier.verify(given.token(), arrival.facts().peerAddress()).emitOn(SameContext.here())
                            .chain(verdict -> decide(arrival, verdict));
        }
        if (credential instanceof Credential.Malformed) {
            return refusing.credential(request, rule, Refusal.invalidRequest(), Shadowed.MALFORMED_CREDENTIAL, "malformed authorization");
        }
        return withoutToken(arrival);
    }

    /** By a client certificate, or as nobody. */
    private Uni<SecurityIdentity> withoutToken(Arrival arrival) {
        Certified certified = rights.byCertificate(arrival.facts());
        if (certified instanceof Certified.Known known) {
            Presented presented = Presented.certificate(CertificatePrincipal.ISSUER, known.principal().id(), known.principal().service());
            CallRole role = CallRole.read(arrival.request().request().headers());
            return whole(arrival, CertificateIdentity.of(known.principal())).chain(whole -> act(arrival, presented, whole, role));
        }
        if (certified instanceof Certified.Refused refused) {
            return refusing.denial(arrival.request(), arrival.rule(), refused.denial());
        }
        answers.demand(arrival.request(), arrival.rule().proof());
        return Shadow.covers(arrival.rule()) ? Uni.createFrom().item(Shadow.nobody()) : Uni.createFrom().nullItem();
    }

    private Uni<SecurityIdentity> decide(Arrival arrival, Verdict verdict) {
        if (verdict instanceof Verdict.Accepted accepted) {
            return accept(arrival, accepted);
        }
        return verdict instanceof Verdict.Rejected rejected
                ? refusing.credential(arrival.request(), arrival.rule(), Refusal.invalidToken(), Shadowed.BAD_TOKEN,
                        "token " + rejected.reason().code())
                : refusing.credential(arrival.request(), arrival.rule(), Refusal.comeBack(((Verdict.Undecided) verdict).retryAfter()),
                        Shadowed.KEYS_UNAVAILABLE, "keys unavailable");
    }

    private Uni<SecurityIdentity> accept(Arrival arrival, Verdict.Accepted accepted) {
        Caller caller = accepted.once(Caller.class, token -> new Caller(token, rights.of(token)));
        Admission admission = caller.rights().admit(arrival.facts());
        return admission instanceof Admission.Pending pending
                ? pending.outcome().emitOn(SameContext.here()).chain(outcome -> admit(arrival, caller, outcome))
                : admit(arrival, caller, admission);
    }

    private Uni<SecurityIdentity> admit(Arrival arrival, Caller caller, Admission admission) {
        if (admission instanceof Admission.Granted granted) {
            CallRole role = CallRole.read(arrival.request().request().headers());
            if (!augmented && role == CallRole.ANY && !Shadow.covers(arrival.rule())) {
                InboundCall.of(arrival.request()).presented(caller.presented());
                return caller.item(granted.scopes());
            }
            return whole(arrival, caller.identity(granted.scopes())).chain(whole -> act(arrival, caller.presented(), whole, role));
        }
        return admission instanceof Admission.Refused refused
                ? refusing.denial(arrival.request(), arrival.rule(), refused.denial())
                : refusing.credential(arrival.request(), arrival.rule(), Refusal.comeBack(((Admission.Undecided) admission).retryAfter()),
                        Shadowed.CROWDED_OUT, "crowded out");
    }

    private Uni<SecurityIdentity> whole(Arrival arrival, SecurityIdentity identity) {
        return augmented
                ? arrival.identities().authenticate(new VerifiedTokenRequest(identity))
                : Uni.createFrom().item(identity);
    }

    private Uni<SecurityIdentity> act(Arrival arrival, Presented presented, SecurityIdentity whole, CallRole role) {
        SecurityIdentity acting = whole;
        if (role instanceof CallRole.Malformed) {
            return refusing.credential(arrival.request(), arrival.rule(), Refusal.malformedRole(), Shadowed.MALFORMED_ROLE,
                    "malformed role");
        }
        if (role instanceof CallRole.One one) {
            if (!whole.hasRole(one.name())) {
                return refusing.credential(arrival.request(), arrival.rule(), Refusal.roleNotGranted(), Shadowed.ROLE_NOT_GRANTED,
                        "role not granted");
            }
            acting = new ActingIdentity(whole, one.name());
        }
        InboundCall.of(arrival.request()).presented(presented);
        return Uni.createFrom().item(Shadow.covers(arrival.rule()) ? new ShadowIdentity(acting) : acting);
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

    /** Before Quarkus' own mechanism for client certificates, to which a token that comes with one is nothing. */
    @Override
    public int getPriority() { return FIRST; }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() { return Set.of(VerifiedTokenRequest.class); }
}
