package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.testing.token.TokenForge;

/** A verdict is remembered, and stands no longer than all it stands on. */
class VerdictCacheTest {

    private static String accepted(VerifierWorld world) {
        String token = world.rsa.token(world.claims());
        assertThat(world.judge(token)).isInstanceOf(Verdict.Accepted.class);
        return token;
    }

    @Test
    void anAcceptedTokenIsRememberedAsTheSameVerdictWithoutAnotherSignature() {
        try (VerifierWorld world = new VerifierWorld()) {
            String token = accepted(world);
            long before = world.signatures.sum();
            Verdict.Accepted first = world.verifier.cached(new String(token)).orElseThrow();

            assertThat(world.verifier.cached(token).orElseThrow()).isSameAs(first);
            assertThat(world.judge(token)).isSameAs(first);
            assertThat(world.signatures.sum()).isEqualTo(before).isEqualTo(1);
            assertThat(world.count.cached().sum()).isEqualTo(2);
            assertThat(world.count.counts().get("accepted").sum()).isEqualTo(4);
        }
    }

    @Test
    void nothingElseIsRemembered() {
        try (VerifierWorld world = new VerifierWorld()) {
            String token = accepted(world);

            assertThat(world.verifier.cached(world.rsa.token(world.claims()))).isEmpty();
            assertThat(world.verifier.cached(token + "A")).isEmpty();
            assertThat(world.verifier.cached("")).isEmpty();
            assertThat(world.verifier.cached("x".repeat(100_000))).isEmpty();
        }
    }

    /** Its low byte is the letter's: the hash takes one for the other, the verdict does not. */
    @Test
    void aTextWithCharactersThatNoTokenHasIsNotTakenForTheToken() {
        try (VerifierWorld world = new VerifierWorld()) {
            String token = accepted(world);
            String other = (char) (token.charAt(0) + 0x100) + token.substring(1);

            assertThat(TokenHash.of(other)).isEqualTo(TokenHash.of(token));
            assertThat(world.verifier.cached(other)).isEmpty();
            assertThat(world.judge(other)).isEqualTo(new Verdict.Rejected(Reason.MALFORMED));
        }
    }

    @Test
    void whatACallerMadeOfATokenIsKeptWithItsVerdict() {
        try (VerifierWorld world = new VerifierWorld()) {
            String token = accepted(world);
            AtomicInteger made = new AtomicInteger();

            for (int i = 0; i < 3; i++) {
                assertThat(
                        world.verifier.cached(token).orElseThrow().once(String.class, access -> access.subject() + made.incrementAndGet()))
                        .isEqualTo("operator1");
            }
        }
    }

    @Test
    void aRememberedTokenExpiresToTheMoment() {
        try (VerifierWorld world = new VerifierWorld("openchami.auth.token.cache-max-age", "1H")) {
            String token = accepted(world);
            world.clock.set(Instant.ofEpochSecond(world.clock.instant().getEpochSecond() + 300 + 30).minusMillis(1));
            assertThat(world.verifier.cached(token)).isPresent();

            world.clock.advance(Duration.ofMillis(1));

            assertThat(world.verifier.cached(token)).isEmpty();
            assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(Reason.EXPIRED));
        }
    }

    @Test
    void anOldVerdictIsFoundAnew() {
        try (VerifierWorld world = new VerifierWorld("openchami.auth.token.cache-max-age", "1M")) {
            String token = accepted(world);
            world.clock.advance(Duration.ofSeconds(60));

            assertThat(world.verifier.cached(token)).isEmpty();
            assertThat(world.judge(token)).isInstanceOf(Verdict.Accepted.class);
            assertThat(world.signatures.sum()).isEqualTo(2);
            assertThat(world.verifier.cached(token)).isPresent();
        }
    }

    @Test
    void aClockThatIsSetBackBeforeTheTokenEndsTheVerdict() {
        try (VerifierWorld world = new VerifierWorld()) {
            String token = accepted(world);
            world.clock.advance(Duration.ofMinutes(-5));

            assertThat(world.verifier.cached(token)).isEmpty();
            assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(Reason.NOT_YET_VALID));
        }
    }

    @Test
    void aWithdrawnKeyEndsTheVerdictsThatStandOnIt() {
        try (VerifierWorld world = new VerifierWorld()) {
            String token = accepted(world);
            String other = world.ec.token(world.claims());
            assertThat(world.judge(other)).isInstanceOf(Verdict.Accepted.class);
            world.authority.answer(200, new JsonWebKeySet(List.of(world.ec.jwk())).toJson());
            world.judge(TokenForge.withNewEcKey().token(world.claims()));

            assertThat(world.verifier.cached(token)).isEmpty();
            assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(Reason.KEY));
            assertThat(world.verifier.cached(other)).isPresent();
        }
    }

    @Test
    void anotherKeyOfTheSameIdEndsTheVerdictsThatStoodOnTheFirst() {
        try (VerifierWorld world = new VerifierWorld()) {
            String token = accepted(world);
            TokenForge replaced = TokenForge.withNewRsaKey();
            replaced.jwk().setKeyId(world.rsa.kid());
            world.authority.answer(200, new JsonWebKeySet(List.of(replaced.jwk())).toJson());
            world.judge(TokenForge.withNewEcKey().token(world.claims()));

            assertThat(world.verifier.cached(token)).isEmpty();
            assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(Reason.SIGNATURE));
        }
    }

    @Test
    void verdictsStandThroughAnOutageUpToTheStaleWindow() {
        try (VerifierWorld world = new VerifierWorld("openchami.auth.keys.stale", "4M", "openchami.auth.token.cache-max-age", "1H")) {
            String token = accepted(world);
            world.authority.answer(500, "");
            world.clock.advance(Duration.ofSeconds(239));
            assertThat(world.verifier.cached(token)).isPresent();

            world.clock.advance(Duration.ofSeconds(1));

            assertThat(world.verifier.cached(token)).isEmpty();
            assertThat(world.judge(token)).isInstanceOf(Verdict.Undecided.class);
        }
    }

    @Test
    void theOperatorsRevocationEndsEarlierVerdictsAtOnce(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("not-before"), "");
        try (VerifierWorld world = new VerifierWorld("openchami.auth.issuers.authority.not-before-file", file.toString())) {
            String token = accepted(world);
            Files.writeString(file, Instant.ofEpochSecond(world.clock.instant().getEpochSecond() + 1).toString());
            world.issuers.reload();

            assertThat(world.verifier.cached(token)).isEmpty();
            assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(Reason.NOT_BEFORE));
        }
    }

    @Test
    void nothingIsRememberedWhereTheCacheIsOff() {
        try (VerifierWorld world = new VerifierWorld("openchami.auth.token.cache-size", "0")) {
            String token = accepted(world);

            assertThat(world.verifier.cached(token)).isEmpty();
            assertThat(world.judge(token)).isInstanceOf(Verdict.Accepted.class);
            assertThat(world.signatures.sum()).isEqualTo(2);
        }
    }

    @Test
    void noMoreAreRememberedThanConfigured() {
        try (VerifierWorld world = new VerifierWorld("openchami.auth.token.cache-size", "3")) {
            for (int i = 0; i < 10; i++) {
                accepted(world);
            }

            assertThat(world.cache.size()).isEqualTo(3);
        }
    }

    @Test
    void aBadSignatureIsComputedOnce() {
        try (VerifierWorld world = new VerifierWorld()) {
            String forged = TokenForge.withNewRsaKey().claimingKid(world.rsa.kid()).token(world.claims());
            for (int i = 0; i < 5; i++) {
                assertThat(world.judge(forged)).isEqualTo(new Verdict.Rejected(Reason.SIGNATURE));
            }

            assertThat(world.signatures.sum()).isEqualTo(1);
        }
    }

    @Test
    void badOnesDriveOutNoGoodOne() {
        try (VerifierWorld world = new VerifierWorld("openchami.auth.token.cache-size", "1")) {
            String token = accepted(world);
            TokenForge forge = TokenForge.withNewRsaKey().claimingKid(world.rsa.kid());
            for (int i = 0; i < 20; i++) {
                world.judge(forge.token(world.claims()));
            }

            assertThat(world.verifier.cached(token)).isPresent();
        }
    }

    @Test
    void aBadSignatureIsBadForOneKeyOnly() {
        try (VerifierWorld world = new VerifierWorld()) {
            TokenForge next = TokenForge.withNewRsaKey().claimingKid(world.rsa.kid());
            String token = next.token(world.claims());
            assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(Reason.SIGNATURE));
            next.jwk().setKeyId(world.rsa.kid());
            world.authority.answer(200, new JsonWebKeySet(List.of(next.jwk())).toJson());
            world.judge(TokenForge.withNewEcKey().token(world.claims()));

            assertThat(world.judge(token)).isInstanceOf(Verdict.Accepted.class);
        }
    }
}
