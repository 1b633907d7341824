package org.openchami.it.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.World;

/** What smd answers to tokens that are no good. But for the one thing under test, each of them is a good one. */
@ExtendWith(SharedWorld.class)
class TokenRefusalTest {
    private final World world;
    private final TokenForge hydra;
    private final TokenClaims good;

    TokenRefusalTest(World world) {
        this.world = world;
        this.hydra = TokenForge.asAuthority(world.hydra().adminUrl());
        this.good = TokenClaims.of(world.hydra().issuer()).scopes("smd.read");
    }

    @Test
    void aGoodTokenIsLetIn() {
        assertThat(Refused.smd(world, hydra.token(good)).status()).isEqualTo(200);
    }

    @Test
    void anExpiredToken() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.token(good.expiresIn(Duration.ofSeconds(-31)))));
    }

    @Test
    void aTokenThatIsNotYetGood() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.token(good.notBefore(Duration.ofMinutes(2)))));
    }

    @Test
    void aTokenWithoutAnEnd() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.token(good.without("exp"))));
    }

    @Test
    void aTokenOfAnotherIssuer() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.token(good.with("iss", "http://127.0.0.1:1"))));
    }

    @Test
    void aTokenWhoseIssuerDiffersByASlash() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.token(good.with("iss", world.hydra().issuer() + "/"))));
    }

    @Test
    void aTokenForAnotherService() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.token(good.audience("bss"))));
    }

    @Test
    void aTokenForNobody() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.token(good.without("aud"))));
    }

    @Test
    void aTokenWithoutASignature() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.unsigned().token(good)));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecret() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.confusedWithHmac().token(good)));
    }

    @Test
    void aTokenOfAKeyThatHydraDoesNotHave() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, TokenForge.withNewEcKey().token(good)));
    }

    @Test
    void aTokenOfAnotherKeyThatClaimsToBeHydras() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, TokenForge.withNewEcKey().claimingKid(hydra.kid()).token(good)));
    }

    @Test
    void aTokenOfAnotherFamilyOfKeysThatClaimsToBeHydras() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, TokenForge.withNewRsaKey().claimingKid(hydra.kid()).token(good)));
    }

    @Test
    void aTokenThatNamesNoKey() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, hydra.withoutKid().token(good)));
    }

    @Test
    void aTokenWhoseClaimsWereChanged() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, TokenForge.tampered(world.token(), good.scopes("smd.read", "smd.write"))));
    }

    @Test
    void whatIsNoTokenAtAll() {
        Refused.INVALID_TOKEN.is(Refused.smd(world, "abc.def"));
    }

    @Test
    void aUsersTokenWithoutTheScope() {
        Refused.INSUFFICIENT_SCOPE.is(Refused.smd(world, world.token("bss.read")));
    }

    @Test
    void aScopeThatOnlyBeginsLikeTheRightOne() {
        Refused.INSUFFICIENT_SCOPE.is(Refused.smd(world, hydra.token(good.scopes("smd.read.all", "smd"))));
    }
}
