package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

/** A second issuer beside the authority, which reads its tokens as Keycloak writes them, and whose key has the id of the authority's. */
class SeveralIssuersTest {
    private static final String PARTNER = "https://partner.example.org/realms/hpc";
    private static final ScriptedServer KEYS = new ScriptedServer();
    private static TokenForge partner;
    private static VerifierWorld world;

    @BeforeAll
    static void start() {
        String issuer = "openchami.auth.issuers.partner.";
        world = new VerifierWorld(issuer + "issuer", PARTNER, issuer + "keys-url", KEYS.uri("/certs").toString(), issuer + "profile",
                "keycloak",
                issuer + "algorithms", "ES256", issuer + "audiences", "hpc", issuer + "max-lifetime", "5M", issuer + "kid-optional",
                "true");
        partner = TokenForge.withNewEcKey().claimingKid(world.ec.kid());
        partner.jwk().setKeyId(world.ec.kid());
        KEYS.answer(200, partner.jwks());
    }

    @AfterAll
    static void stop() {
        world.close();
        KEYS.close();
    }

    private static TokenClaims claims() {
        return world.claims().with("iss", PARTNER).with("typ", "Bearer").with("azp", "portal").without("client_id").without("scp")
                .with("scope", "smd.read").with("realm_access", Map.of("roles", List.of("ops"))).audience("hpc");
    }

    private static void isRefused(String token, Reason reason) {
        assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(reason));
    }

    @Test
    void eachIssuersTokensAreReadInItsOwnWay() {
        AccessToken token = world.accepted(partner.token(claims()));

        assertThat(token.principal()).isEqualTo(new Principal.User(PARTNER, "operator", "portal"));
        assertThat(token.issuerName()).isEqualTo("partner");
        assertThat(token.groups()).containsExactly("ops");
        assertThat(world.accepted(world.ec.token(world.claims())).issuerName()).isEqualTo("authority");
    }

    @Test
    void keysNeverCrossWhateverTheirIds() {
        isRefused(partner.token(world.claims()), Reason.SIGNATURE);
        isRefused(world.ec.token(claims()), Reason.SIGNATURE);
        isRefused(world.rsa.token(claims()), Reason.ALGORITHM);
    }

    @Test
    void eachIssuerHasItsOwnAudiencesAlgorithmsAndTimes() {
        isRefused(partner.token(claims().audience("openchami")), Reason.AUDIENCE);
        isRefused(world.ec.token(world.claims().audience("hpc")), Reason.AUDIENCE);
        isRefused(partner.token(claims().with("exp", world.clock.instant().getEpochSecond() + 301)), Reason.LIFETIME);
    }

    @Test
    void anIssuerThatNobodyTrustsHasNoTokens() {
        for (String iss : new String[]{PARTNER + "/", PARTNER.toUpperCase(), PARTNER.replace("https", "http"),
                "https://partner.example.org"}) {
            isRefused(partner.token(claims().with("iss", iss)), Reason.ISSUER);
        }
    }

    @Test
    void withoutAKeyIdTheOnlyKeyCountsWhereThatIsAllowed() {
        assertThat(world.judge(partner.withoutKid().token(claims()))).isInstanceOf(Verdict.Accepted.class);
        String token = partner.withoutKid().token(claims());
        world.judge(token);
        assertThat(world.verifier.cached(token)).isPresent();
        isRefused(world.ec.withoutKid().token(world.claims()), Reason.KEY);
        isRefused(world.ec.withoutKid().token(claims()), Reason.SIGNATURE);
    }

    @Test
    void withoutAKeyIdNothingIsDecidedWhileTheKeysCantBeHad() {
        try (ScriptedServer down = new ScriptedServer();
                VerifierWorld cold = new VerifierWorld("openchami.auth.issuers.partner.issuer", PARTNER,
                        "openchami.auth.issuers.partner.keys-url", down.uri("/certs").toString(),
                        "openchami.auth.issuers.partner.kid-optional", "true")) {
            down.answer(500, "");

            assertThat(cold.judge(partner.withoutKid().token(cold.claims().with("iss", PARTNER)))).isInstanceOf(Verdict.Undecided.class);
        }
    }
}
