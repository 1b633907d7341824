package org.openchami.auth.test.jwt;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.test.TrustedAuthority;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.ValidatableResponse;

/**
 * What MicroProfile JWT's own tests ask with tokens that are refused here, because they name no audience, or of methods that are closed here,
 * because they have no rule: the same with tokens and methods that have one.
 */
@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class JsonWebTokenTest {
    private static final String ISSUER = "http://authority.test";

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Mirror.class, TrustedAuthority.class))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("openchami.auth.store.kind", "memory")
            .overrideConfigKey("openchami.auth.issuers.authority.profile", "custom")
            .overrideConfigKey("openchami.auth.issuers.authority.claims.groups", "groups");

    @ConfigProperty(name = "openchami.auth.registration.url")
    URI admin;

    private final TokenClaims claims = TokenClaims.of(ISSUER).subject("24400320").with("jti", "a-1").with("upn", "jdoe@example.com")
            .with("groups", List.of("operators", "readers")).without("client_id");

    @Test
    void aTokenIsInjectedWithAllThatItSays() {
        get("/mirror/token", claims).statusCode(200).body(equalTo(String.join(" ", "jdoe@example.com", ISSUER, "24400320", "a-1",
                "openchami", text("iat"), text("exp"), "operators+readers")));
    }

    @Test
    void itsClaimsAreInjectedInEveryShape() {
        get("/mirror/claims", claims).statusCode(200).body(equalTo(
                String.join(" ", ISSUER, "a-1", "jdoe@example.com", text("iat"), text("exp"), "operators+readers", "none", "nowhere")));
    }

    @Test
    void itsTextIsInjected() {
        String token = TokenForge.asAuthority(admin).token(claims);
        given().auth().oauth2(token).get("/mirror/raw").then().statusCode(200).body(equalTo(token));
    }

    @Test
    void aNameIsUpnOrPreferredUsernameOrSubject() {
        TokenClaims preferred = claims.without("upn").with("preferred_username", "jdoe");
        get("/mirror/open", claims).body(equalTo("jdoe@example.com [operators, readers]"));
        get("/mirror/open", preferred).body(equalTo("jdoe [operators, readers]"));
        get("/mirror/open", preferred.without("preferred_username")).body(equalTo("24400320 [operators, readers]"));
    }

    @Test
    void aTokenWithoutGroupsIsGoodAndOfNoRole() {
        get("/mirror/open", claims.without("groups")).statusCode(200).body(equalTo("jdoe@example.com []"));
        get("/mirror/token", claims.without("groups")).statusCode(403);
    }

    @Test
    void withoutACallerTheTokenIsEmpty() {
        given().get("/mirror/open").then().statusCode(200).body(equalTo("null no claims"));
    }

    @Test
    void aMethodWithoutARuleIsClosed() {
        given().get("/mirror/forgotten").then().statusCode(401);
        get("/mirror/forgotten", claims).statusCode(403);
    }

    @Test
    void aTokenForNobodyIsRefused() {
        get("/mirror/open", claims.without("aud")).statusCode(401);
    }

    private String text(String claim) {
        return claims.values().get(claim).toString();
    }

    private ValidatableResponse get(String path, TokenClaims of) {
        return given().auth().oauth2(TokenForge.asAuthority(admin).token(of)).get(path).then();
    }
}
