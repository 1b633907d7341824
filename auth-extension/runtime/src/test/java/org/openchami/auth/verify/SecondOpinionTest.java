package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens by the thousand, judged by this verifier and by jose4j under the same rules: nothing that jose4j refuses is accepted. */
class SecondOpinionTest {
    private static final int TRIES = 4000;
    private static final int SKEW = 30;
    /** What both look at in the same way: what jose4j takes is not refused for it. */
    private static final Set<Reason> SHARED = EnumSet.of(Reason.ISSUER, Reason.AUDIENCE, Reason.EXPIRED, Reason.SIGNATURE,
            Reason.ALGORITHM);

    private static VerifierWorld world;
    private static Variations variations;
    private static JwtConsumer other;

    @BeforeAll
    static void start() {
        world = VerifierWorld.inOneThread();
        world.accepted(world.rsa.token(world.claims()));
        world.clock.set(world.clock.instant().truncatedTo(ChronoUnit.SECONDS));
        variations = new Variations(world);
        JsonWebKeySet keys = new JsonWebKeySet(world.ec.jwk(), world.rsa.jwk(), world.pss.jwk());
        other = new JwtConsumerBuilder().setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "RS256", "PS256", "ES256"))
                .setExpectedIssuer(world.iss()).setExpectedAudience("smd", "openchami").setRequireExpirationTime().setRequireIssuedAt()
                .setIssuedAtRestrictions(0, Integer.MAX_VALUE).setAllowedClockSkewInSeconds(SKEW)
                .setEvaluationTime(NumericDate.fromSeconds(world.clock.instant().getEpochSecond())).build();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** Why jose4j refuses it; empty if it does not. */
    private static Optional<String> otherFault(String token) {
        try {
            other.process(token);
            return Optional.empty();
        } catch (InvalidJwtException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Test
    void whatIsAcceptedHereIsAcceptedThere() {
        int[] accepted = new int[2];
        Seed.tries(TRIES, random -> {
            String token = variations.next(random);
            Verdict verdict = world.judge(token);
            Optional<String> fault = otherFault(token);
            if (verdict instanceof Verdict.Accepted) {
                accepted[0]++;
                assertThat(fault).as("jose4j's of %s", token).isEmpty();
            } else if (fault.isEmpty()) {
                accepted[1]++;
                assertThat(((Verdict.Rejected) verdict).reason()).as(token).isNotIn(SHARED);
            }
        });
        assertThat(accepted[0]).as("accepted by both").isGreaterThan(TRIES / 20).isLessThan(TRIES - TRIES / 20);
        assertThat(accepted[1]).as("refused here alone").isPositive();
    }

    @Test
    void aGoodTokenIsGoodForBoth() {
        String token = world.pss.token(world.claims());

        assertThat(world.judge(token)).isInstanceOf(Verdict.Accepted.class);
        assertThat(otherFault(token)).isEmpty();
    }
}
