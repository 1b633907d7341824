package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

import io.quarkus.test.QuarkusUnitTest;

/** An authority that can't be reached: what can still be said, and what can't. */
class ChallengeTest {
    private static final String AUTHORITY = "http://127.0.0.1:1";

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app().overrideConfigKey("openchami.auth.authority", AUTHORITY)
            .overrideConfigKey("openchami.auth.registration.url", AUTHORITY)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/unreachable");

    @Test
    void keysThatCannotBeHadAre503() {
        String token = TokenForge.withNewEcKey().token(TokenClaims.of(AUTHORITY));
        given().auth().oauth2(token).get("/things/read").then().statusCode(503).header("Retry-After", matchesPattern("\\d+"));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefusedWithoutAnyKey() {
        String token = TokenForge.withNewEcKey().token(TokenClaims.of("http://elsewhere"));
        given().auth().oauth2(token).get("/things/read").then().statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\"")).body(equalTo("token is unauthorized\n"));
    }

    @Test
    void aBadTokenIsRefusedOnAnOpenRouteToo() {
        given().auth().oauth2("x.y.z").get("/things/open").then().statusCode(401);
    }

    @Test
    void twoCredentialsAreABadRequest() {
        given().header("Authorization", "Bearer a", "Bearer b").get("/things/read").then().statusCode(400)
                .header("WWW-Authenticate", containsString("error=\"invalid_request\""));
    }

    @Test
    void aBearerWithoutTokenIsNoCredential() {
        given().header("Authorization", "Bearer ").get("/things/read").then().statusCode(401)
                .header("WWW-Authenticate", is("Bearer realm=\"alpha\", " + World.METADATA));
    }

    @Test
    void anAmbiguousPathIsABadRequest() {
        given().urlEncodingEnabled(false).get("/things/read;x=1").then().statusCode(400);
        given().urlEncodingEnabled(false).get("/things%2Fread").then().statusCode(400);
        given().urlEncodingEnabled(false).get("/q/%2e%2e/things/open").then().statusCode(400);
    }

    @Test
    void aServiceWithoutIdentityAnswers503AndWhenToComeBack() {
        given().get("/things/open").then().statusCode(503).header("Retry-After", matchesPattern("\\d+"));
    }

    @Test
    void itIsNotReadyAndSaysWhichStepIsMissing() {
        given().get("/q/health/ready").then().statusCode(503).body(containsString("openchami-auth")).body(not(containsString("eyJ")));
    }
}
