package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.net.URI;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.testing.token.TokenClaims;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class WhoAmITest {
    private static final String PATH = "/q/auth/whoami";

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class, TrustedAuthority.class)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/whoami")
            .overrideConfigKey("openchami.auth.mode", "shadow");

    @ConfigProperty(name = TrustedAuthority.ADMIN)
    URI admin;

    private String user() {
        return TrustedAuthority.token(admin, TokenClaims.of(TrustedAuthority.ISSUER).scopes("alpha.read", "other")
                .with("groups", List.of("operators", "admins")).with("acr", "mfa").with("secret_claim", "s3cret"));
    }

    @Test
    void aUserIsToldWhoItIsWithWhatAndUntilWhen() {
        given().auth().oauth2(user()).get(PATH).then().statusCode(200).contentType("application/json").header("Cache-Control", "no-store")
                .body("principal.kind", is("user")).body("principal.id", is("operator")).body("principal.client_id", is("openchami-cli"))
                .body("principal.issuer", is(TrustedAuthority.ISSUER)).body("scopes", contains("alpha.read", "other"))
                .body("roles", contains("admins", "operators")).body("audience", contains("openchami"))
                .body("rule", is("user token of issuer authority")).body("proof", is("none")).body("expires_at", startsWith("20"))
                .body("claims.acr", is("mfa"));
    }

    @Test
    void theTokenAndWhatElseItSaysAreNotRepeated() {
        given().auth().oauth2(user()).get(PATH).then().body(not(containsString("eyJ"))).body(not(containsString("s3cret")));
    }

    @Test
    void aServiceIsToldTheScopesThatCountHere() {
        given().auth().oauth2(TrustedAuthority.service(admin, "alpha", "alpha.read", "alpha.write")).get(PATH).then().statusCode(200)
                .body("principal.kind", is("service")).body("scopes", contains("alpha.read")).body("roles", empty())
                .body("rule", is("client alpha"));
    }

    @Test
    void aServiceThatIsNotKnownIsToldNothing() {
        given().auth().oauth2(TrustedAuthority.service(admin, "evil", "alpha.read")).get(PATH).then().statusCode(403)
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""));
    }

    @Test
    void theRoleThatWasChosenIsTheOnlyOne() {
        given().auth().oauth2(user()).header("Call-Role", "admins").get(PATH).then().body("roles", contains("admins"));
    }

    @Test
    void nobodyIsAskedForAToken() {
        given().get(PATH).then().statusCode(401).body(equalTo("no token found\n"));
        given().auth().oauth2("x.y.z").get(PATH).then().statusCode(401).body(equalTo("token is unauthorized\n"));
    }
}
