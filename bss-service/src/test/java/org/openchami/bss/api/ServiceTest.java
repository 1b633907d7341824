package org.openchami.bss.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.bss.testing.SmdStub;
import org.openchami.bss.testing.Surroundings;
import org.openchami.bss.testing.World;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ServiceTest {

    @Inject
    World world;
    private final SmdStub smd = SmdStub.get();

    @BeforeEach
    void smdIsReady() {
        world.reset();
        smd.on("/service/ready", "{\"code\":0,\"message\":\"HSM is healthy\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/status|{\"bss-status\":\"running\"}", "/version|{\"bss-version\":\"0.1.0-SNAPSHOT\"}",
            "/hsm|{\"bss-status-hsm\":\"connected\"}",
            "/storage/status|{\"bss-storage-backend\":{\"name\":\"postgres\",\"status\":\"connected\"}}"})
    void everythingIsWell(String path, String body) {
        Response answer = given().get("/boot/v1/service" + path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.body().asString()).isEqualTo(body + "\n");
    }

    @Test
    void smdsFailureIsToldWith500() {
        smd.failWith(503);
        Response answer = given().get("/boot/v1/service/hsm");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body().asString()).isEqualTo("{\"bss-status-hsm\":\"error\"}\n");
    }

    @Test
    void allIsAllFour() {
        assertThat(given().get("/boot/v1/service/status/all").jsonPath().getMap("")).containsOnlyKeys("bss-version", "bss-status",
                "bss-status-hsm", "bss-storage-backend");
    }

    @Test
    void aStrangerIsAskedForATokenWhereNothingIs() {
        assertThat(given().get("/boot/v1/nothing").statusCode()).isEqualTo(401);
    }

    @Test
    @TestSecurity(user = "operator")
    void anUnknownPathIsPlainText() {
        Response answer = given().get("/boot/v1/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body().asString()).isEqualTo("404 page not found\n");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        Response answer = given().delete("/boot/v1/bootscript");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
        assertThat(answer.jsonPath().getString("detail")).isEqualTo("allow GET");
    }
}
