package org.openchami.bss.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.bss.testing.Bodies;
import org.openchami.bss.testing.Surroundings;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RightsTest {

    @ParameterizedTest
    @CsvSource({"GET,bootparameters", "POST,bootparameters", "PUT,bootparameters", "PATCH,bootparameters", "DELETE,bootparameters",
            "GET,hosts",
            "GET,endpoint-history"})
    void withoutATokenNothingIsToldNorDone(String method, String path) {
        assertThat(Bodies.send(method, "/boot/v1/" + path, "{").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "PATCH", "DELETE"})
    @TestSecurity(user = "reader", permissions = "bss.read")
    void theRightToReadIsNoneToWrite(String method) {
        assertThat(Bodies.send(method, "/boot/v1/bootparameters", "{").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"bootparameters", "hosts", "endpoint-history"})
    @TestSecurity(user = "writer", permissions = "bss.write")
    void theRightToWriteIsNoneToRead(String path) {
        assertThat(given().get("/boot/v1/" + path).statusCode()).isEqualTo(403);
    }
}
