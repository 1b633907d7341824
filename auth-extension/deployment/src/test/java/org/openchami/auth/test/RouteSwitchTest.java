package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Routes where a bad credential counts as none, as with the Go services, and one route in shadow. */
@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class RouteSwitchTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class, TrustedAuthority.class)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/switch")
            .overrideConfigKey("openchami.auth.routes.lenient.paths", "/doors/*,/things/open-as-user")
            .overrideConfigKey("openchami.auth.routes.lenient.bad-credential", "anonymous")
            .overrideConfigKey("openchami.auth.routes.moving.paths", "/doors/operators")
            .overrideConfigKey("openchami.auth.routes.moving.mode", "shadow")
            .setLogRecordPredicate(entry -> entry.getMessage().contains("OCAUTH-0321"))
            .assertLogRecords(entries -> org.assertj.core.api.Assertions.assertThat(entries).singleElement()
                    .extracting(entry -> java.util.Arrays.toString(entry.getParameters())).asString().contains("moving"));

    @ConfigProperty(name = TrustedAuthority.ADMIN)
    URI admin;

    @Test
    void aBadTokenIsNoneOnAPublicRoute() {
        given().auth().oauth2("x.y.z").get("/doors/open").then().statusCode(200).body(equalTo("nobody"));
        given().header("Authorization", "Bearer a", "Bearer b").get("/doors/open").then().statusCode(200).body(equalTo("nobody"));
        given().header("Authorization", "Bearer ").get("/doors/open").then().statusCode(200);
    }

    @Test
    void onAProtectedOneItIsStillABadToken() {
        given().auth().oauth2("x.y.z").get("/doors/closed").then().statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\"")).body(equalTo("token is unauthorized\n"));
        given().auth().oauth2("x.y.z").get("/doors/nothing").then().statusCode(401);
    }

    @Test
    void aGoodTokenIsWhoItIs() {
        given().auth().oauth2(TrustedAuthority.user(admin)).get("/doors/open").then().statusCode(200).body(equalTo("operator"));
    }

    @Test
    void aBadTokenIsNeverAUsers() {
        given().auth().oauth2("x.y.z").get("/things/open-as-user").then().statusCode(401);
    }

    @Test
    void aRoleThatIsNotGrantedIsNotOverlooked() {
        String user = TrustedAuthority.user(admin);
        given().auth().oauth2(user).header("Call-Role", "admins").get("/doors/open").then().statusCode(403);
        given().auth().oauth2(user).header("Call-Role", "a b").get("/doors/open").then().statusCode(400);
    }

    @Test
    void elsewhereABadTokenIsRefused() {
        given().auth().oauth2("x.y.z").get("/things/open").then().statusCode(401);
    }

    @Test
    void onlyTheRouteInShadowRefusesNobody() {
        given().get("/doors/operators").then().statusCode(200);
        given().get("/doors/closed").then().statusCode(401);
    }
}
