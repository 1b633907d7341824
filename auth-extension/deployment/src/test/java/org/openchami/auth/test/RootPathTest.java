package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** A service that stands below a root path. */
class RootPathTest {
    private static final String DOCUMENT = "/.well-known/oauth-protected-resource";

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class).overrideConfigKey("quarkus.http.root-path", "/api")
            .overrideConfigKey("openchami.auth.authority", "http://127.0.0.1:1")
            .overrideConfigKey("openchami.auth.registration.url", "http://127.0.0.1:1")
            .overrideConfigKey("openchami.auth.store.directory", "target/state/root")
            .overrideConfigKey("openchami.auth.clients.alpha.jwks", World.URL + "/api/q/auth/jwks.json");

    @Test
    void itsOwnEndpointsAreWhereQuarkusHasIts() {
        given().basePath("").get("/api/q/auth/jwks.json").then().statusCode(200).body("keys.size()", is(1));
        given().basePath("").get("/api/q/auth/whoami").then().statusCode(401);
    }

    @Test
    void aChallengeNamesTheMetadataWhereItIs() {
        given().basePath("").get("/api/doors/closed").then().statusCode(401).header("WWW-Authenticate",
                containsString("resource_metadata=\"" + World.URL + "/api" + DOCUMENT + "\""));
        given().basePath("").get("/api" + DOCUMENT).then().statusCode(200).body("resource", is(World.URL + "/api"));
    }

    @Test
    void aPublicRouteIsOpen() {
        given().basePath("").get("/api/doors/open").then().statusCode(200);
    }
}
