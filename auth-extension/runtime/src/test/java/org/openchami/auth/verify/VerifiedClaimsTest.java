package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VerifiedClaimsTest {
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
    void theClaimsAreTheTokens() {
        String token = world.rsa.token(world.claims().with("upn", "operator@example.org").with("number", 7).with("ext", Map.of("a", 1)));
        JsonWebToken claims = world.accepted(token).claims();

        assertThat(claims.getName()).isEqualTo("operator@example.org");
        assertThat(claims.getSubject()).isEqualTo("operator");
        assertThat(claims.getAudience()).containsExactly("openchami");
        assertThat(claims.getRawToken()).isEqualTo(token);
        assertThat(claims.getExpirationTime()).isEqualTo(world.clock.instant().getEpochSecond() + 300);
        assertThat(claims.getClaimNames()).contains("number", "ext", "iss", "raw_token");
        assertThat(claims.<Object>getClaim("number")).hasToString("7");
    }

    @Test
    void theGroupsAreTheProfilesWhereverTheTokenHasThem() {
        JsonWebToken claims = world.accepted(world.rsa.token(world.claims().with("ext", Map.of("groups", List.of("ops"))))).claims();

        assertThat(claims.getGroups()).containsExactly("ops");
        assertThat(claims.<Object>getClaim("groups")).asString().contains("ops");
    }

    @Test
    void itsTextHoldsNothingOfTheToken() {
        String token = world.rsa.token(world.claims());
        JsonWebToken claims = world.accepted(token).claims();
        claims.getName();

        assertThat(claims.toString()).doesNotContain("operator").doesNotContain(token.substring(0, 10));
    }

    @Test
    void aBindingIsPartOfTheToken() {
        String thumbprint = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

        assertThat(world.accepted(world.rsa.token(world.claims().with("cnf", Map.of("jkt", thumbprint)))).boundKey()).contains(thumbprint);
        assertThat(world.accepted(world.rsa.token(world.claims().with("cnf", Map.of("x5t#S256", thumbprint)))).boundCertificate())
                .contains(thumbprint);
        assertThat(world.judge(world.rsa.token(world.claims().with("cnf", Map.of("kid", "k")))))
                .isEqualTo(new Verdict.Rejected(Reason.BINDING));
    }

    @Test
    void aUserWhoIsCalledAsAServiceIsRefused() {
        assertThat(world.judge(world.rsa.token(world.claims().subject("smd")))).isEqualTo(new Verdict.Rejected(Reason.PRINCIPAL));
        assertThat(world.judge(world.rsa.token(world.claims().subject("x1000c0s0b0n0")))).isEqualTo(new Verdict.Rejected(Reason.PRINCIPAL));
    }
}
