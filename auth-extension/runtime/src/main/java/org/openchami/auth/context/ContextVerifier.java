package org.openchami.auth.context;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.openchami.auth.Origin;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.ContextVerdict.Fault;
import org.openchami.auth.keys.KeyLookup;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.keys.SlowLane;
import org.openchami.auth.keys.VerificationKey;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.CompactForm;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Checks the context that came with a verified token: signed by a service we know, with a key it publishes at the address we were given; by the
 * very service whose token it is, or with the very user's token it speaks of; for us, now, and of an origin that this service may speak for.
 */
@Singleton
public class ContextVerifier {
    private static final int MAX_SIZE = 4096;
    private static final ContextVerdict CROWDED_OUT = new ContextVerdict.Undecided(Duration.ofSeconds(1));

    private final Settings settings;
    private final Keys keys;
    private final SlowLane slowLane;
    private final Clock clock;

    @Inject
    ContextVerifier(Settings settings, Keys keys, Vertx vertx, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.slowLane = new SlowLane(vertx);
        this.clock = clock;
    }

    public Uni<ContextVerdict> verify(String context, Presented presented) {
        try {
            if (context.length() > MAX_SIZE || CompactForm.parts(context).isEmpty()) {
                return invalid(Fault.MALFORMED);
            }
            JsonWebSignature jws = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(context);
            JwtClaims claims = JwtClaims.parse(jws.getUnverifiedPayload());
            String issuer = claims.getIssuer();
            if (!ContextSigner.TYPE.equals(jws.getHeader("typ")) || jws.getKeyIdHeaderValue() == null || issuer == null
                    || !AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256.equals(jws.getAlgorithmHeaderValue())
                    || !issuer.startsWith(ContextSigner.SERVICE)) {
                return invalid(Fault.MALFORMED);
            }
            Settings.Client sender = settings.clients().get(issuer.substring(ContextSigner.SERVICE.length()));
            if (sender == null) {
                return invalid(Fault.UNKNOWN_SENDER);
            }
            if (presented.service() && !presented.clientId().equals(sender.id())) {
                return invalid(Fault.FOREIGN);
            }
            return keys.ofClient(sender.id(), jws.getKeyIdHeaderValue(), presented.issuer() + " " + presented.subject())
                    .chain(lookup -> judge(jws, claims, lookup, sender, presented));
        } catch (JoseException | InvalidJwtException | MalformedClaimException | ClassCastException e) {
            return invalid(Fault.MALFORMED);
        }
    }

    private Uni<ContextVerdict> judge(JsonWebSignature jws, JwtClaims claims, KeyLookup lookup, Settings.Client sender,
            Presented presented) {
        if (lookup instanceof KeyLookup.Unavailable unavailable) {
            return Uni.createFrom().item(new ContextVerdict.Undecided(unavailable.retryAfter()));
        }
        if (!(lookup instanceof KeyLookup.Found found) || !found.key().fits(jws.getAlgorithmHeaderValue())) {
            return invalid(Fault.SIGNATURE);
        }
        if (!sender.keyThumbprints().isEmpty() && !sender.mayUse(found.key().thumbprint())) {
            return invalid(Fault.KEY_PIN);
        }
        return Uni.createFrom().completionStage(() -> slowLane.run(presented.issuer() + " " + presented.subject(),
                () -> signed(jws, found.key()) ? chain(claims, sender, presented) : new ContextVerdict.Invalid(Fault.SIGNATURE),
                CROWDED_OUT));
    }

    private static boolean signed(JsonWebSignature jws, VerificationKey key) {
        try {
            jws.setKey(key.key());
            return jws.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }

    private ContextVerdict chain(JwtClaims claims, Settings.Client sender, Presented presented) {
        try {
            if (!fresh(claims)) {
                return new ContextVerdict.Invalid(Fault.STALE);
            }
            if (claims.getAudience().stream().noneMatch(settings::isOurs)) {
                return new ContextVerdict.Invalid(Fault.AUDIENCE);
            }
            String token = presented.bearer().map(BearerToken::hash).orElse("");
            if (token.isEmpty() || !token.equals(claims.getStringClaimValue("ath"))) {
                return new ContextVerdict.Invalid(Fault.OTHER_TOKEN);
            }
            Optional<CallChain> chain = ContextClaims.read(claims);
            if (chain.isEmpty() || !chain.get().via().get(chain.get().via().size() - 1).equals(sender.id())) {
                return new ContextVerdict.Invalid(Fault.MALFORMED);
            }
            return maySpeakFor(chain.get().origin(), sender, presented)
                    ? new ContextVerdict.Valid(chain.get())
                    : new ContextVerdict.Invalid(Fault.ORIGIN_NOT_ALLOWED);
        } catch (MalformedClaimException e) {
            return new ContextVerdict.Invalid(Fault.MALFORMED);
        }
    }

    private boolean fresh(JwtClaims claims) throws MalformedClaimException {
        NumericDate made = claims.getIssuedAt();
        NumericDate end = claims.getExpirationTime();
        long now = clock.instant().getEpochSecond();
        long skew = settings.token().skew().toSeconds();
        return made != null && end != null && made.getValue() <= now + skew && made.getValue() > now - skew - ContextSigner.LIFE.toSeconds()
                && end.getValue() > now - skew
                && end.getValue() - made.getValue() <= ContextSigner.LIFE.toSeconds();
    }

    /** A user speaks by their own token alone: with it, the context must name that user; without it, it may name none. */
    private static boolean maySpeakFor(Origin origin, Settings.Client sender, Presented presented) {
        return presented.service() ? sender.origins().contains(origin.kind()) : origin.equals(presented.origin());
    }

    private static Uni<ContextVerdict> invalid(Fault fault) {
        return Uni.createFrom().item(new ContextVerdict.Invalid(fault));
    }
}
