package org.openchami.auth.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.openchami.auth.config.Configured;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.secret.BearerToken;

class ContextSignerTest {

    @Test
    void theLifeIsAMinuteAlsoWhereASecondEndsInBetween() throws Exception {
        ContextSigner signer = new ContextSigner(Configured.with("quarkus.application.name", "bss"), new Hasty());

        JwtClaims claims = ContextWorld.claims(signer.sign(ContextWorld.chain(ContextWorld.NODE), SigningKey.generate(), "smd",
                new BearerToken("the-access-token", Instant.MAX)));

        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue()).isEqualTo(ContextSigner.LIFE.toSeconds());
    }

    /** A second later each time it is looked at. */
    private static final class Hasty extends Clock {
        private final AtomicLong now = new AtomicLong(1_893_456_000);

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(now.getAndIncrement());
        }

        @Override
        public ZoneId getZone() { return ZoneOffset.UTC; }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
