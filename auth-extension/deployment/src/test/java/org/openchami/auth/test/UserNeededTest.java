package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.testing.token.TokenClaims;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Where a user is needed no service will do, whatever its token says, and a user is never taken for a service. */
@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class UserNeededTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class, TrustedAuthority.class)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/user-needed");

    @ConfigProperty(name = TrustedAuthority.ADMIN)
    URI admin;

    private static TokenClaims operators() {
        return TokenClaims.of(TrustedAuthority.ISSUER).scopes("alpha.read").with("groups", List.of("operators"));
    }

    @Test
    void aServicesTokenForACallAsUserIsRefused() {
        given().auth().oauth2(TrustedAuthority.service(admin, "alpha", "alpha.read")).get("/things/open-as-user").then().statusCode(403)
                .body(equalTo("a user is needed\n")).header("WWW-Authenticate", containsString("error=\"insufficient_scope\""));
    }

    @Test
    void aUsersTokenForACallAsUserIsEnough() {
        given().auth().oauth2(TrustedAuthority.token(admin, operators())).get("/things/open-as-user").then().statusCode(200)
                .body(equalTo("user operator - [alpha]"));
    }

    @Test
    void aServicesTokenWithAUsersGroupsHasNoRole() {
        given().auth().oauth2(TrustedAuthority.token(admin, operators())).get("/doors/operators").then().statusCode(200);
        given().auth().oauth2(TrustedAuthority.token(admin, operators().subject("alpha").client("alpha"))).get("/doors/operators").then()
                .statusCode(403);
    }

    @Test
    void aUsersTokenThatNamesAServiceIsNobodys() {
        given().auth().oauth2(TrustedAuthority.token(admin, operators().subject("alpha"))).get("/things/read").then().statusCode(401);
    }
}
