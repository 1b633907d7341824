package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.openchami.auth.registration.Registrar.Change;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What Hydra says to a token request of a client that it does not serve. */
class TokenEvidenceOnHydraTest extends OnHydra {

    private Party registered() {
        Party bss = instance("one");
        bss.register();
        return bss;
    }

    @Test
    void aTokenIsGranted() {
        Party bss = registered();

        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.GRANTED);
    }

    @Test
    void ofAClientThatItDoesNotKnow() {
        Party bss = instance("one");

        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.INVALID_CLIENT);
    }

    @Test
    void ofAScopeThatIsNotRegistered() {
        Party bss = registered();

        assertThat(bss.tokenEvidence(bss.token(Map.of("scope", "smd.write")))).isEqualTo(TokenEvidence.NOT_ALLOWED);
    }

    @Test
    void ofAnAudienceThatIsNotRegistered() {
        Party bss = registered();

        assertThat(bss.tokenEvidence(bss.token(Map.of("audience", "other")))).isEqualTo(TokenEvidence.NOT_ALLOWED);
    }

    @Test
    void ofAGrantThatWasTakenAwayAndIsGivenBack() {
        Party bss = registered();
        adminPuts(bss, new JsonObject().put("grant_types", new JsonArray()));

        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.NOT_ALLOWED);

        bss.update(Change.REPAIR);
        assertThat(bss.token().status()).isEqualTo(200);
    }

    @Test
    void ofAnAssertionThatIsMeantForAnotherAddress() {
        Party bss = registered();

        assertThat(bss.tokenEvidence(bss.token(Map.of(), "http://elsewhere/oauth2/token"))).isEqualTo(TokenEvidence.NOT_ALLOWED);
    }

    @Test
    void ofAKeyThatIsNoLongerRegistered() {
        Party bss = registered();
        adminPuts(bss, someKeys());

        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.KEY_UNKNOWN);
    }

    @Test
    void ofAKeyThatIsNotForSignatures() {
        Party bss = registered();
        JsonObject jwk = bss.identity().keys().current().publicJwk().copy();
        jwk.remove("use");
        adminPuts(bss, new JsonObject().put("jwks", new JsonObject().put("keys", new JsonArray().add(jwk))));

        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.KEY_UNKNOWN);
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.THERE);

        bss.update(Change.REPAIR);
        assertThat(bss.token().status()).isEqualTo(200);
    }

    @Test
    void ofAnotherSecret() {
        Party bss = secretInstance("one", "client_secret_post", "a-secret-of-ours");
        bss.register();
        bss.becomes(Identities.secret("one", service, "another-secret"));

        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.INVALID_CLIENT);
    }
}
