package org.openchami.bss.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.bss.store.EndpointHistory;
import org.openchami.bss.testing.Surroundings;
import org.openchami.bss.testing.TestClock;
import org.openchami.bss.testing.World;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator", permissions = "bss.read")
class EndpointHistoryTest {
    private static final String PATH = "/boot/v1/endpoint-history";

    @Inject
    World world;
    @Inject
    EndpointHistory history;
    @Inject
    TestClock clock;

    @BeforeEach
    void nothing() {
        given().get(PATH);
        world.reset();
    }

    private String access(int node) {
        return "{\"name\":\"x1000c0s0b" + node + "n0\",\"endpoint\":\"bootscript\",\"last_epoch\":" + clock.instant().getEpochSecond()
                + "}";
    }

    @Test
    void noAccessIsAnEmptyArray() {
        assertThat(given().get(PATH).body().asString()).isEqualTo("[]\n");
    }

    @Test
    void theLastAccessOfEachNodeIsShown() {
        history.note("x1000c0s0b1n0", "bootscript");
        history.note("x1000c0s0b0n0", "bootscript");
        given().get(PATH);
        clock.advance(Duration.ofMinutes(1));
        history.note("x1000c0s0b0n0", "bootscript");
        history.note("x1000c0s0b1n0", "bootscript");
        assertThat(given().get(PATH).body().asString()).isEqualTo("[" + access(0) + "," + access(1) + "]\n");
    }

    @Test
    void nameAndEndpointFilter() {
        history.note("x1000c0s0b0n0", "bootscript");
        history.note("x1000c0s0b1n0", "bootscript");
        assertThat(given().get(PATH + "?name=X1000c0s0b1n0&endpoint=bootscript").body().asString()).isEqualTo("[" + access(1) + "]\n");
        assertThat(given().get(PATH + "?endpoint=user-data").body().asString()).isEqualTo("[]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?name='", "?endpoint='", "?name=' or ''='"})
    void aQuoteFindsNothing(String query) {
        history.note("x1000c0s0b0n0", "bootscript");
        assertThat(given().get(PATH + query).body().asString()).isEqualTo("[]\n");
    }
}
