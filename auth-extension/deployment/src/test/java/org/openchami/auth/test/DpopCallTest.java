package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.testing.token.DpopKey;
import org.openchami.auth.testing.token.TokenClaims;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.specification.RequestSpecification;

/** Tokens that are bound to a key (RFC 9449), on HTTP. */
@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class DpopCallTest {
    private static final String CLOSED = World.URL + "/doors/closed";
    private static final DpopKey KEY = DpopKey.with("ES256");

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class, TrustedAuthority.class)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/dpop")
            .overrideConfigKey("openchami.auth.resource", World.URL)
            .overrideConfigKey("openchami.auth.routes.strict.paths", "/doors/admins")
            .overrideConfigKey("openchami.auth.routes.strict.proof", "dpop");

    @ConfigProperty(name = TrustedAuthority.ADMIN)
    URI admin;

    private String token;

    @BeforeEach
    void bind() {
        token = TrustedAuthority.token(admin,
                TokenClaims.of(TrustedAuthority.ISSUER).scopes("alpha.read").with("cnf", Map.of("jkt", KEY.thumbprint())));
    }

    private RequestSpecification with(String scheme, String proof) {
        return given().header("Authorization", scheme + " " + token).header("DPoP", proof);
    }

    private String proof(String address) {
        return KEY.proof(Instant.now(), "GET", address, token);
    }

    @Test
    void aTokenWithAProofIsItsHolders() {
        for (int time = 0; time < 3; time++) {
            with("DPoP", proof(CLOSED)).get("/doors/closed?a=b").then().statusCode(200).body(equalTo("\"operator\""));
        }
    }

    @Test
    void aProofIsGoodOnce() {
        String proof = proof(CLOSED);
        with("DPoP", proof).get("/doors/closed").then().statusCode(200);
        with("DPoP", proof).get("/doors/closed").then().statusCode(401).header("WWW-Authenticate",
                allOf(startsWith("DPoP error=\"invalid_dpop_proof\""), containsString("algs=\"ES256 ")));
    }

    @Test
    void aProofForAnotherAddressIsNone() {
        with("DPoP", proof(World.URL + "/doors/open")).get("/doors/closed").then().statusCode(401).header("WWW-Authenticate",
                startsWith("DPoP error=\"invalid_dpop_proof\""));
    }

    @Test
    void aHeaderThatNoProxyOfOursWroteChangesNoAddress() {
        with("DPoP", proof("https://other/doors/closed")).header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "other")
                .get("/doors/closed").then().statusCode(401);
    }

    @Test
    void aBoundTokenIsNoBearerToken() {
        with("Bearer", proof(CLOSED)).get("/doors/closed").then().statusCode(401).header("WWW-Authenticate",
                startsWith("DPoP error=\"invalid_token\""));
        given().auth().oauth2(token).get("/doors/open").then().statusCode(401);
    }

    @Test
    void anUnboundTokenIsRefusedWhereAProofIsDemanded() {
        String user = TrustedAuthority.user(admin, "alpha.read");
        given().auth().oauth2(user).get("/doors/admins").then().statusCode(401).header("WWW-Authenticate",
                startsWith("DPoP error=\"invalid_token\""));
        given().auth().oauth2(user).get("/doors/closed").then().statusCode(200);
    }
}
