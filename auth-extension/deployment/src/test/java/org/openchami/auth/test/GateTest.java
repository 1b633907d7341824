package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.net.URI;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.specification.RequestSpecification;

/** Who has no credential learns nothing of what there is. */
@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class GateTest {
    private static final String CHALLENGE = "Bearer realm=\"alpha\", " + World.METADATA;

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class, TrustedAuthority.class)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/gate");

    @ConfigProperty(name = TrustedAuthority.ADMIN)
    URI admin;

    @ParameterizedTest
    @CsvSource({"GET,/doors/closed", "HEAD,/doors/closed", "OPTIONS,/doors/closed", "POST,/doors/closed", "BREW,/doors/closed",
            "GET,/doors/closed/7", "GET,/doors/nothing", "GET,/nothing", "GET,/", "POST,/nothing", "BREW,/nothing", "OPTIONS,/nothing",
            "POST,/doors/open/7", "OPTIONS,/doors/open/7", "DELETE,/doors/open/7", "GET,/things/forgotten", "GET,/qx", "GET,/doors",
            "POST,/.well-known/oauth-protected-resource"})
    void withoutCredentialEveryPathThatNoPublicRouteServesIs401(String method, String path) {
        given().request(method, path).then().statusCode(401).header("WWW-Authenticate", is(CHALLENGE)).header("Allow", (String) null);
    }

    @Test
    void theBodyIsTextForClientsThatReadJsonAsData() {
        given().get("/nothing").then().statusCode(401).contentType("text/plain").body(equalTo("no token found\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/doors/closed", "/nothing", "/doors/open"})
    void aBadTokenIs401Anywhere(String path) {
        given().auth().oauth2("x.y.z").get(path).then().statusCode(401);
    }

    @Test
    void aTokenAnywhereElseThanInTheHeaderIsNone() {
        String token = TrustedAuthority.user(admin, "alpha.read");
        given().queryParam("access_token", token).get("/doors/closed").then().statusCode(401).header("WWW-Authenticate", is(CHALLENGE));
        given().cookie("jwt", token).get("/doors/closed").then().statusCode(401).header("WWW-Authenticate", is(CHALLENGE));
        given().formParam("access_token", token).post("/doors/open/7").then().statusCode(401);
    }

    @Test
    void whatIsNotAcceptedIsNotSaidToAStranger() {
        given().accept("image/png").get("/doors/closed").then().statusCode(401);
        asUser().accept("image/png").get("/doors/closed").then().statusCode(406);
    }

    @Test
    void anOpenRouteIsOpen() {
        given().get("/doors/open").then().statusCode(200).body(equalTo("nobody"));
        given().get("/doors/open/").then().statusCode(200);
        given().head("/doors/open").then().statusCode(200);
    }

    @Test
    void anotherMethodOfAPathThatIsWhollyOpenIsNotThere() {
        given().post("/doors/open").then().statusCode(405);
    }

    @Test
    void whatAnOpenRouteDoesNotFindStaysNotFound() {
        given().get("/doors/open/7").then().statusCode(404);
    }

    @Test
    void quarkusOwnEndpointsStayAsTheyAre() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/auth/jwks.json").then().statusCode(200);
        given().get("/q/nothing").then().statusCode(404);
    }

    @Test
    void aPathThatOnlyBeginsLikeAnotherIsNotIt() {
        given().get("/doors/opened").then().statusCode(401);
        given().get("/doors/open/7/8").then().statusCode(401);
    }

    @Test
    void aCallerWithACredentialIsToldWhatThereIs() {
        asUser().get("/nothing").then().statusCode(404);
        asUser().get("/doors/nothing").then().statusCode(404);
        asUser().post("/doors/closed").then().statusCode(405);
        asUser().get("/doors/closed").then().statusCode(200).body(equalTo("\"operator\""));
    }

    private RequestSpecification asUser() {
        return given().auth().oauth2(TrustedAuthority.user(admin, "alpha.read"));
    }
}
