package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.net.URI;
import java.util.Set;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.testing.junit.HydraTestResource;
import org.openchami.auth.testing.user.UserLogin;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

@WithTestResource(value = HydraTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SelfCallTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app();

    @ConfigProperty(name = "openchami.auth.authority")
    URI authority;

    @ConfigProperty(name = "openchami.auth.registration.url")
    URI admin;

    @Test
    void aNodesCallGoesOnAsTheService() {
        given().get("/things/open?node=x1000c0s0b0n0").then().statusCode(200).body(equalTo("node x1000c0s0b0n0 thing.boot [alpha]"));
    }

    @Test
    void aUsersCallGoesOnAsThatUser() {
        given().auth().oauth2(user("operator")).get("/things/relay").then().statusCode(200)
                .body(equalTo("user operator thing.relay [alpha]"));
    }

    @Test
    void aUserWhoCallsDirectlyNeedsNoContext() {
        given().auth().oauth2(user("operator")).get("/things/read").then().statusCode(200).body(equalTo("user operator - []"));
    }

    @Test
    void aCallAsUserWithoutOneIsNeverMadeAsTheService() {
        given().get("/things/open-as-user").then().statusCode(401);
    }

    @Test
    void noTokenIsChallenged() {
        given().get("/things/read").then().statusCode(401).header("WWW-Authenticate", is("Bearer realm=\"alpha\", " + World.METADATA))
                .body(equalTo("no token found\n"));
    }

    @Test
    void aMethodWithoutAnnotationIsOpenToNobody() {
        given().get("/things/forgotten").then().statusCode(401);
        given().auth().oauth2(user("operator")).get("/things/forgotten").then().statusCode(403);
    }

    private String user(String name) {
        return UserLogin.token(authority, admin, name, Set.of("alpha.read"), UserLogin.CLUSTER);
    }
}
