package org.openchami.auth.testing.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.junit.HydraExtension;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@ExtendWith(HydraExtension.class)
class UserLoginTest {
    private final Hydra hydra;

    UserLoginTest(Hydra hydra) {
        this.hydra = hydra;
    }

    @Test
    void theUserIsTheSubject() {
        assertThat(claims(UserLogin.token(hydra.publicUrl(), hydra.adminUrl(), "alice")).getString("sub")).isEqualTo("alice");
    }

    @Test
    void theDefaultIsTheOperatorWithAllScopesForTheCluster() {
        JsonObject claims = claims(UserLogin.token(hydra.publicUrl(), hydra.adminUrl()));
        assertThat(claims.getString("sub")).isEqualTo("operator");
        assertThat(claims.getString("iss")).isEqualTo(hydra.issuer());
        assertThat(claims.getJsonArray("aud")).isEqualTo(new JsonArray().add("openchami"));
        assertThat(claims.getJsonArray("scp")).containsExactlyInAnyOrder("smd.read", "smd.write", "bss.read", "bss.write");
    }

    @Test
    void scopesAndAudienceAreThoseAskedForEvenIfTheClientWasNarrower() {
        UserLogin.token(hydra.publicUrl(), hydra.adminUrl());
        JsonObject claims = claims(UserLogin.token(hydra.publicUrl(), hydra.adminUrl(), "bob", Set.of("other.read"), Set.of("elsewhere")));
        assertThat(claims.getJsonArray("scp")).containsExactly("other.read");
        assertThat(claims.getJsonArray("aud")).containsExactly("elsewhere");
    }

    @Test
    void manyLoginsNeedOneClient() {
        UserLogin.token(hydra.publicUrl(), hydra.adminUrl(), "carol");
        UserLogin.token(hydra.publicUrl(), hydra.adminUrl(), "dave");
        assertThat(hydra.clientIds()).containsExactly("openchami-cli");
    }

    private static JsonObject claims(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
