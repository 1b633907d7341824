package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.inbound.ShadowCount;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** A service that is being moved to tokens: it says whom it would refuse, and refuses nobody. */
@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ShadowTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class, TrustedAuthority.class)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/shadow")
            .overrideConfigKey("openchami.auth.mode", "shadow")
            .overrideConfigKey("openchami.auth.routes.strict.paths", "/doors/admins")
            .overrideConfigKey("openchami.auth.routes.strict.mode", "enforce")
            .setLogRecordPredicate(entry -> entry.getMessage().contains("OCAUTH-032") || entry.getLoggerName().equals("openchami.audit"))
            .assertLogRecords(entries -> {
                assertThat(entries).filteredOn(entry -> entry.getMessage().contains("OCAUTH-0321")).singleElement()
                        .extracting(LogRecord::getMessage).asString()
                        .startsWith("OCAUTH-0321 In shadow: nobody is refused by this service");
                assertThat(entries).extracting(LogRecord::getMessage)
                        .anyMatch(text -> text.contains("\"reason\":\"shadow: 401 no_token\"") && text.contains("\"status_code\":200"))
                        .anyMatch(text -> text.contains("\"reason\":\"shadow: 401 bad_token\"") && text.contains("\"kind\":\"unknown\""))
                        .anyMatch(text -> text.contains("\"reason\":\"shadow: 403 not_permitted\""));
            });

    @ConfigProperty(name = TrustedAuthority.ADMIN)
    URI admin;

    @Inject
    ShadowCount count;

    private void counted(String reason, Runnable call) {
        long before = count.counts().get(reason).sum();
        call.run();
        assertThat(count.counts().get(reason).sum()).isEqualTo(before + 1);
    }

    @Test
    void whoeverHasNoTokenIsLetInAsNobody() {
        counted("no_token", () -> given().get("/doors/closed").then().statusCode(200).body(equalTo("\"nobody\"")));
        counted("no_token", () -> given().get("/doors/closed/7").then().statusCode(200).body(equalTo("nobody")));
        counted("no_token", () -> given().get("/doors/operators").then().statusCode(200).body(equalTo("nobody")));
    }

    @Test
    void whoeverHasABadTokenIsLetInAsNobody() {
        counted("bad_token", () -> given().auth().oauth2("x.y.z").get("/doors/closed").then().statusCode(200).body(equalTo("\"nobody\"")));
        counted("malformed_credential",
                () -> given().header("Authorization", "Bearer a", "Bearer b").get("/doors/closed").then().statusCode(200));
    }

    @Test
    void whoeverLacksAScopeOrARoleIsLetIn() {
        String user = TrustedAuthority.user(admin);
        counted("not_permitted", () -> given().auth().oauth2(user).get("/doors/closed").then().statusCode(200)
                .body(equalTo("\"operator\"")));
        counted("not_permitted", () -> given().auth().oauth2(user).get("/doors/operators").then().statusCode(200));
    }

    @Test
    void whoeverWouldBeLetInAnywayIsNotCounted() {
        String user = TrustedAuthority.user(admin, "alpha.read");
        var before = count.counts().values().stream().mapToLong(sum -> sum.sum()).sum();
        given().auth().oauth2(user).get("/doors/closed").then().statusCode(200).body(equalTo("\"operator\""));
        given().get("/doors/open").then().statusCode(200);
        assertThat(count.counts().values().stream().mapToLong(sum -> sum.sum()).sum()).isEqualTo(before);
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() {
        counted("no_token", () -> given().get("/nothing").then().statusCode(404));
    }

    @Test
    void aRouteThatEnforcesEnforces() {
        given().get("/doors/admins").then().statusCode(401);
        given().auth().oauth2(TrustedAuthority.user(admin)).get("/doors/admins").then().statusCode(403);
        given().auth().oauth2("x.y.z").get("/doors/admins").then().statusCode(401);
    }

    @Test
    void whatIsClosedToAllStaysClosed() {
        given().get("/things/forgotten").then().statusCode(401);
        given().auth().oauth2(TrustedAuthority.user(admin)).get("/things/forgotten").then().statusCode(403);
    }

    @Test
    void aServiceWithoutAContextIsLetInAsComingFromNobody() {
        String service = TrustedAuthority.service(admin, "alpha", "alpha.read");
        counted("context", () -> given().auth().oauth2(service).get("/things/read").then().statusCode(200)
                .body(equalTo("unknown - - []")));
    }

    @Test
    void aRefusedCredentialIsForwardedToNobody() {
        given().auth().oauth2("x.y.z").get("/things/open-as-user").then().statusCode(401);
        given().get("/things/open-as-user").then().statusCode(401);
    }

    @Test
    void anAmbiguousPathIsRefusedAlsoHere() {
        given().urlEncodingEnabled(false).get("/doors/closed;x=1").then().statusCode(400);
    }
}
