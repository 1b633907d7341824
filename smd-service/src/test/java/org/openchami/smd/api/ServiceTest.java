package org.openchami.smd.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class ServiceTest extends Inventory {

    @Test
    @TestSecurity
    void readySaysHealthyToAnybody() {
        HttpResponse<String> answer = get("/service/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"code\":0,\"message\":\"HSM is healthy\"}");
    }

    @Test
    @TestSecurity
    void livenessAnswersAnybodyWithoutContent() {
        assertThat(get("/service/liveness").statusCode()).isEqualTo(204);
    }

    @Test
    void aTrailingSlashIsAccepted() {
        assertThat(get("/service/ready/").statusCode()).isEqualTo(200);
        assertThat(get(COMPONENTS + "/").statusCode()).isEqualTo(200);
        assertThat(get(INTERFACES + "/").body()).isEqualTo("[]");
    }

    @Test
    void anUnknownPathIsNotFoundInPlainText() {
        HttpResponse<String> answer = get("/State/Nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(answer.body()).isEqualTo("404 page not found\n");
    }

    @Test
    void aPathThatClimbsOutOfTheInterfaceIsRefused() {
        HttpResponse<String> answer = get("/../../other");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("ambiguous path\n");
    }

    @Test
    void aMethodThatIsNotThereIsAProblemThatSaysWhichAre() {
        HttpResponse<String> answer = send("PUT", COMPONENTS, "{}");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().allValues("Allow")).containsExactly("GET,POST,DELETE");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).isEqualTo(problem(405, "Method Not Allowed", "allow GET,POST,DELETE"));
    }

    @Test
    void headAndOptionsAreNotThere() {
        assertThat(send("HEAD", COMPONENTS, "").statusCode()).isEqualTo(405);
        assertThat(send("OPTIONS", COMPONENTS, "").statusCode()).isEqualTo(405);
    }

    @Test
    @TestSecurity
    void everythingElseNeedsAToken() {
        for (String path : new String[]{COMPONENTS, COMPONENTS + "/x0c0s0b0n0", COMPONENTS + "/ByNID/1", INTERFACES,
                INTERFACES + "/525400beef01",
                REDFISH_ENDPOINTS, REDFISH_ENDPOINTS + "/x0c0s0b0", COMPONENT_ENDPOINTS, COMPONENT_ENDPOINTS + "/x0c0s0b0n0"}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    @TestSecurity(user = "reader", permissions = "smd.read")
    void writingNeedsTheScopeForIt() {
        for (String path : new String[]{COMPONENTS, INTERFACES, REDFISH_ENDPOINTS}) {
            assertThat(post(path, "not even JSON").statusCode()).as(path).isEqualTo(403);
        }
        for (String path : new String[]{COMPONENTS, COMPONENTS + "/x0c0s0b0n0", INTERFACES, INTERFACES + "/525400beef01"}) {
            assertThat(delete(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    @TestSecurity(user = "writer", permissions = "smd.write")
    void readingNeedsTheScopeForIt() {
        assertThat(get(COMPONENTS).statusCode()).isEqualTo(403);
    }
}
