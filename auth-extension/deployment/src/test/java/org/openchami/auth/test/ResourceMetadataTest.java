package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;

/** RFC 9728: a client that was refused reads where it gets what it lacks. */
class ResourceMetadataTest {
    private static final String DOCUMENT = "/.well-known/oauth-protected-resource";
    private static final String AUTHORITY = "http://127.0.0.1:1";

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class).overrideConfigKey("openchami.auth.authority", AUTHORITY)
            .overrideConfigKey("openchami.auth.registration.url", AUTHORITY)
            .overrideConfigKey("openchami.auth.issuer", "https://outer.test/")
            .overrideConfigKey("openchami.auth.store.directory", "target/state/metadata");

    @Test
    void theDocumentNamesTheResourceItsAuthoritiesAndItsScopes() {
        given().get(DOCUMENT).then().statusCode(200).contentType("application/json").body("resource", is(World.URL))
                .body("authorization_servers", contains("https://outer.test/")).body("bearer_methods_supported", contains("header"))
                .body("scopes_supported", contains("alpha.read", "alpha.write"))
                .body("dpop_signing_alg_values_supported", hasItems("ES256", "PS256", "RS256"))
                .body("tls_client_certificate_bound_access_tokens", is(false));
    }

    @Test
    void itMayBeKeptByCaches() {
        given().get(DOCUMENT).then().header("Cache-Control", "public, max-age=3600");
    }

    @Test
    void itHasAHead() {
        given().head(DOCUMENT).then().statusCode(200).body(is(emptyString()));
    }

    @Test
    void itIsReadWithoutALookAtTheQuery() {
        given().get(DOCUMENT + "?x=1").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil\"host", "evil host", "<script>", "a,b", "a/b", "a\\b", "user@host", "host:port", "[::1", "ä"})
    void aHostThatIsNoneIsNotRepeated(String host) {
        given().header("Host", host).get("/doors/closed").then()
                .header("WWW-Authenticate", is(not(containsString("resource_metadata"))));
    }

    @Test
    void whatAStrangerForwardsIsNotBelieved() {
        given().header("X-Forwarded-Host", "evil.test").header("X-Forwarded-Proto", "https").header("Forwarded", "host=evil.test")
                .get(DOCUMENT).then().body("resource", is(World.URL));
    }
}
