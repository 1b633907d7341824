package org.openchami.auth.context;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.secret.BearerToken;

/**
 * Signs the context of one outgoing call: for one receiver, for a minute, and bound to the access token it travels with, so that it is worth
 * nothing anywhere else.
 */
@Singleton
public class ContextSigner {
    public static final String HEADER = "Call-Context";
    static final String TYPE = "call-context+jwt";
    static final Duration LIFE = Duration.ofSeconds(60);
    /** Says in {@code iss} that the name is a service's. */
    static final String SERVICE = "svc:";

    private final Settings settings;
    private final Clock clock;

    @Inject
    ContextSigner(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public String sign(CallChain chain, SigningKey key, String audience, BearerToken token) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(SERVICE + settings.service());
        claims.setAudience(audience);
        // one moment: a second that ended between two would make the life too long, and the receiver refuse it
        NumericDate now = NumericDate.fromSeconds(clock.instant().getEpochSecond());
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + LIFE.toSeconds()));
        claims.setStringClaim("ath", token.hash());
        ContextClaims.write(chain.passing(settings.service()), claims);
        return key.sign(TYPE, claims);
    }
}
