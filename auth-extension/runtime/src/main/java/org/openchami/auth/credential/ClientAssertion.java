package org.openchami.auth.credential;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.openchami.auth.secret.Secret;

/**
 * The JWT that proves at the token endpoint who we are (RFC 7523 section 3). Each is good for one try: Hydra remembers its {@code jti}. It says
 * when it ends, and neither when it was made nor when it starts: Hydra answers 500 to either if its clock is a second behind.
 */
public final class ClientAssertion {
    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration LIFE = Duration.ofSeconds(60);

    private ClientAssertion() {}

    public static Secret create(SigningKey key, String clientId, String audience, Clock clock) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(clientId);
        claims.setSubject(clientId);
        claims.setAudience(audience);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setExpirationTime(NumericDate.fromSeconds(clock.instant().plus(LIFE).getEpochSecond()));
        return Secret.of(key.sign("JWT", claims));
    }
}
