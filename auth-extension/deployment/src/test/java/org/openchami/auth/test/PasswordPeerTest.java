package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** A peer that knows no tokens is shown a name and a password that were configured for it, and nobody's token. */
@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class PasswordPeerTest {
    private static final String PEER = "openchami.auth.peers.legacy.";

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Legacy.class, LegacyClient.class, TrustedAuthority.class)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/legacy")
            .overrideConfigKey(PEER + "url", "http://127.0.0.1:" + World.PORT).overrideConfigKey(PEER + "authentication", "basic")
            .overrideConfigKey(PEER + "username", "alpha").overrideConfigKey(PEER + "password", "pässword");

    @ConfigProperty(name = TrustedAuthority.ADMIN)
    URI admin;

    @Test
    void theServiceIsKnownThereByItsPasswordAndSendsNoContext() {
        String pair = Base64.getEncoder().encodeToString("alpha:pässword".getBytes(StandardCharsets.UTF_8));
        given().get("/legacy/relay").then().statusCode(200).body(equalTo("Basic " + pair + " null"));
    }

    @Test
    void aCallForAUserIsNeverMadeWithThePassword() {
        given().auth().oauth2(TrustedAuthority.user(admin)).get("/legacy/relay").then().statusCode(502);
        given().auth().oauth2(TrustedAuthority.user(admin)).get("/legacy/relay-as-user").then().statusCode(502);
        given().get("/legacy/relay-as-user").then().statusCode(502);
    }
}
