package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.token.TokenForge;

class TokenVerifierTest {
    private static VerifierWorld world;

    @BeforeAll
    static void start() {
        world = new VerifierWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void tokensOfAllThreeAlgorithmsAreAccepted() {
        for (TokenForge forge : List.of(world.ec, world.rsa, world.pss)) {
            assertThat(world.judge(forge.token(world.claims()))).as(forge.algorithm()).isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void aTokenWhoseSubjectIsAnotherThanItsClientIsAUsers() {
        AccessToken token = world.accepted(world.ec.token(world.claims().subject("operator").client("openchami-cli")));

        assertThat(token.service()).isFalse();
        assertThat(token.subject()).isEqualTo("operator");
        assertThat(token.clientId()).isEqualTo("openchami-cli");
    }

    @Test
    void aTokenWhoseSubjectIsItsClientIsAServices() {
        AccessToken token = world.accepted(world.ec.token(world.claims().subject("bss").client("bss")));

        assertThat(token.service()).isTrue();
        assertThat(token.clientId()).isEqualTo("bss");
    }

    @Test
    void aTokenThatDoesNotSayWhoseItIsIsRefused() {
        assertThat(world.judge(world.ec.token(world.claims().without("client_id")))).isEqualTo(new Verdict.Rejected(Reason.PRINCIPAL));
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        for (String claim : List.of("nonce", "at_hash")) {
            assertThat(world.judge(world.ec.token(world.claims().with(claim, "x")))).isEqualTo(new Verdict.Rejected(Reason.TYPE));
        }
    }

    @Test
    void scopesAreReadFromAListAsHydraWritesIt() {
        assertThat(world.accepted(world.ec.token(world.claims().scopes("smd.read", "smd.write"))).scopes())
                .containsExactlyInAnyOrder("smd.read", "smd.write");
    }

    @Test
    void scopesAreReadFromWordsAsTheRfcWritesThem() {
        String token = world.ec.token(world.claims().without("scp").with("scope", "smd.read  smd.write"));

        assertThat(world.accepted(token).scopes()).containsExactlyInAnyOrder("smd.read", "smd.write");
    }

    @Test
    void theTwoFormsOfScopesAreNeverUnited() {
        String token = world.ec.token(world.claims().scopes("smd.read").with("scope", "smd.write"));

        assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(Reason.SCOPE));
    }

    @Test
    void aTokenWithoutScopesIsAcceptedWithoutAny() {
        assertThat(world.accepted(world.ec.token(world.claims().without("scp"))).scopes()).isEmpty();
    }

    @Test
    void theAudienceIsKept() {
        assertThat(world.accepted(world.ec.token(world.claims().audience("smd", "bss"))).audience()).containsExactlyInAnyOrder("smd",
                "bss");
    }

    @Test
    void theBearerIsTheTokenAndEndsWithIt() {
        long end = world.clock.instant().getEpochSecond() + 77;
        String token = world.ec.token(world.claims().with("exp", end));

        assertThat(world.accepted(token).bearer().reveal()).isEqualTo(token);
        assertThat(world.accepted(token).bearer().expiresAt().getEpochSecond()).isEqualTo(end);
    }

    @Test
    void anExpiryWithAFractionIsAccepted() {
        assertThat(world.judge(world.ec.token(world.claims().with("exp", world.clock.instant().getEpochSecond() + 60.5))))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void anExpiryWithinTheSkewIsAccepted() {
        assertThat(world.judge(world.ec.token(world.claims().expiresIn(Duration.ofSeconds(-5))))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void aStartWithinTheSkewIsAccepted() {
        assertThat(world.judge(world.ec.token(world.claims().notBefore(Duration.ofSeconds(20))))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void anAcceptedTokensTextDoesNotHoldIt() {
        String token = world.ec.token(world.claims());

        assertThat(world.judge(token).toString()).contains("user operator").doesNotContain(token.substring(0, 10));
    }

    @Test
    void aTokenLongerThanTheLimitIsRefused() {
        String token = world.ec.token(world.claims().with("long", "x".repeat(8192)));

        assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(Reason.SIZE));
    }

    @Test
    void everyVerdictIsCounted() {
        LongAdder accepted = world.count.counts().get("accepted");
        LongAdder malformed = world.count.counts().get("malformed");
        long before = accepted.sum();
        long refused = malformed.sum();

        world.judge(world.ec.token(world.claims()));
        world.judge("x");

        assertThat(accepted.sum()).isEqualTo(before + 1);
        assertThat(malformed.sum()).isEqualTo(refused + 1);
    }

    @Test
    void nothingIsDecidedWhileTheKeysCantBeHad() {
        try (VerifierWorld down = new VerifierWorld()) {
            down.authority.answer(500, "");

            assertThat(down.judge(down.ec.token(down.claims()))).isInstanceOfSatisfying(Verdict.Undecided.class,
                    undecided -> assertThat(undecided.retryAfter()).isPositive());
        }
    }
}
