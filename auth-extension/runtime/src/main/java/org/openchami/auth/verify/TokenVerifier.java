package org.openchami.auth.verify;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.openchami.auth.config.Settings;
import org.openchami.auth.keys.KeyLookup;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.keys.VerificationKey;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Judges access tokens of the configured authority: signed JWTs (RFC 7519) with the checks of RFC 8725 section 3. What is refused without a
 * signature costs none; signature and claims are then checked by SmallRye JWT, elliptic ones on a worker thread.
 */
@Singleton
public class TokenVerifier {
    private final Vertx vertx;
    private final Settings settings;
    private final Keys keys;
    private final ClaimChecks checks;
    private final VerdictCount count;
    private final Set<String> audiences;
    private final DefaultJWTParser parser = new DefaultJWTParser(new JWTAuthContextInfo());

    @Inject
    TokenVerifier(Vertx vertx, Settings settings, Keys keys, ClaimChecks checks, VerdictCount count) {
        this.vertx = vertx;
        this.settings = settings;
        this.keys = keys;
        this.checks = checks;
        this.count = count;
        this.audiences = Stream.of(settings.service(), settings.clusterAudience()).collect(Collectors.toUnmodifiableSet());
    }

    public Uni<Verdict> verify(String token) {
        return decide(token).invoke(count::count);
    }

    private Uni<Verdict> decide(String token) {
        if (token.length() > settings.token().maxSize()) {
            return rejected(Reason.MALFORMED);
        }
        Optional<UnverifiedToken> unverified = UnverifiedToken.of(token);
        if (unverified.isEmpty()) {
            return rejected(Reason.MALFORMED);
        }
        Optional<Reason> fault = checks.fault(unverified.get());
        return fault.isPresent()
                ? rejected(fault.get())
                : keys.ofAuthority(unverified.get().kid()).chain(lookup -> judge(token, unverified.get(), lookup));
    }

    private Uni<Verdict> judge(String token, UnverifiedToken unverified, KeyLookup lookup) {
        if (lookup instanceof KeyLookup.Unavailable unavailable) {
            return Uni.createFrom().item(new Verdict.Undecided(unavailable.retryAfter()));
        }
        if (!(lookup instanceof KeyLookup.Found found)) {
            return rejected(Reason.KEY);
        }
        if (!found.key().fits(unverified.alg())) {
            return rejected(Reason.ALGORITHM);
        }
        return found.key().elliptic()
                ? Uni.createFrom().completionStage(
                        () -> vertx.executeBlocking(() -> signature(token, unverified, found.key()), false).toCompletionStage())
                : Uni.createFrom().item(signature(token, unverified, found.key()));
    }

    private Verdict signature(String token, UnverifiedToken unverified, VerificationKey key) {
        JWTAuthContextInfo rules = new JWTAuthContextInfo();
        rules.setPublicVerificationKey(key.key());
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.fromAlgorithm(unverified.alg())));
        rules.setIssuedBy(settings.issuers().get(0).iss());
        rules.setExpectedAudience(audiences);
        rules.setClockSkew((int) settings.token().skew().toSeconds());
        try {
            return accept(token, parser.parse(token, rules));
        } catch (RuntimeException e) {
            // a claim of a kind that its reader does not expect
            return new Verdict.Rejected(Reason.CLAIMS);
        } catch (ParseException e) {
            // its message holds the token: it goes nowhere
            return new Verdict.Rejected(Reason.SIGNATURE);
        }
    }

    private static Verdict accept(String token, JsonWebToken claims) {
        String subject = claims.getSubject();
        // without a client it can't be told a service's from a user's; nonce and at_hash are an ID token's
        String clientId = claims.claim("client_id").orElse(null) instanceof String client ? client : "";
        if (subject == null || subject.isEmpty() || clientId.isEmpty() || claims.containsClaim("nonce")
                || claims.containsClaim("at_hash")) {
            return new Verdict.Rejected(Reason.CLAIMS);
        }
        BearerToken bearer = new BearerToken(token, Instant.ofEpochSecond(claims.getExpirationTime()));
        return new Verdict.Accepted(new AccessToken(bearer, claims, claims.getIssuer(), subject, clientId, subject.equals(clientId),
                claims.getAudience(), scopes(claims)));
    }

    /** Hydra writes {@code scp} (a list), others {@code scope} (words); one of them, by whichever is there. */
    private static Set<String> scopes(JsonWebToken claims) {
        Object scp = claims.claim("scp").orElse(null);
        Set<String> scopes = new HashSet<>();
        if (scp instanceof Collection<?> list) {
            list.forEach(one -> scopes.add(one instanceof JsonString text ? text.getString() : one.toString()));
        } else if (claims.claim("scope").orElse(null) instanceof String words) {
            scopes.addAll(Arrays.asList(words.split(" ")));
        }
        scopes.remove("");
        return scopes;
    }

    private static Uni<Verdict> rejected(Reason reason) {
        return Uni.createFrom().item(new Verdict.Rejected(reason));
    }
}
