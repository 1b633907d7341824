package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.token.TokenClaims;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.specification.RequestSpecification;

/** A caller may act in one of its roles alone. */
@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class CallRoleTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class, TrustedAuthority.class)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/roles");

    @ConfigProperty(name = TrustedAuthority.ADMIN)
    URI admin;

    private RequestSpecification both() {
        return given().auth().oauth2(TrustedAuthority.token(admin, TokenClaims.of(TrustedAuthority.ISSUER).scopes("alpha.read")
                .with("groups", List.of("admins", "operators"))));
    }

    @Test
    void withoutTheHeaderAllRolesCount() {
        both().get("/doors/admins").then().statusCode(200);
        both().get("/doors/operators").then().statusCode(200);
    }

    @Test
    void withItOnlyThatOneDoes() {
        both().header("Call-Role", "operators").get("/doors/operators").then().statusCode(200);
        both().header("Call-Role", "operators").get("/doors/admins").then().statusCode(403);
    }

    @Test
    void scopesStayAsTheyAre() {
        both().header("Call-Role", "operators").get("/doors/closed").then().statusCode(200);
    }

    @Test
    void aRoleThatIsNotGrantedIsRefusedAlsoWhereNoneIsNeeded() {
        both().header("Call-Role", "root").get("/doors/open").then().statusCode(403).body(equalTo("role not granted\n"))
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""));
    }

    @Test
    void aServiceHasNone() {
        given().auth().oauth2(TrustedAuthority.service(admin, "alpha")).header("Call-Role", "admins").get("/doors/open").then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "admins,operators", "<script>", "admins;q=1", "\"admins\""})
    void whatIsNoRoleIsABadRequest(String role) {
        both().header("Call-Role", role).get("/doors/open").then().statusCode(400).body(equalTo("malformed role\n"));
    }

    @Test
    void twoHeadersAreABadRequest() {
        both().header("Call-Role", "admins", "operators").get("/doors/open").then().statusCode(400);
    }
}
