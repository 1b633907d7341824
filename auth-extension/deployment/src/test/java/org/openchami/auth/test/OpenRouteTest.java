package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** What is no REST resource has no annotation that opens it: the configuration does. */
class OpenRouteTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class, Pages.class)
            .overrideConfigKey("openchami.auth.authority", "http://127.0.0.1:1")
            .overrideConfigKey("openchami.auth.registration.url", "http://127.0.0.1:1")
            .overrideConfigKey("openchami.auth.store.directory", "target/state/open-route")
            .overrideConfigKey("openchami.auth.routes.pages.paths", "/pages/*,/doors/*")
            .overrideConfigKey("openchami.auth.routes.pages.open", "true");

    @Test
    void aPageIsForAnybody() {
        given().get("/pages/start").then().statusCode(200).body(equalTo("start"));
    }

    @Test
    void whatIsNotThereIsNotThere() {
        given().get("/pages/nothing").then().statusCode(404);
    }

    @Test
    void aPageThatNobodyOpenedIsClosed() {
        given().get("/other/start").then().statusCode(401);
    }

    @Test
    void aBadTokenIsRefusedThereToo() {
        given().auth().oauth2("x.y.z").get("/pages/start").then().statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    }

    @Test
    void aResourceGuardsItselfAsEver() {
        given().get("/doors/closed").then().statusCode(401).header("WWW-Authenticate", containsString("Bearer realm=\"alpha\""));
        given().get("/doors/open").then().statusCode(200);
    }
}
