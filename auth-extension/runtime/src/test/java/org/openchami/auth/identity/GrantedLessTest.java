package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Unusable;
import org.openchami.auth.testing.clock.TestClock;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a token is for, against what was asked for. */
class GrantedLessTest {
    private final JsonObject good = new JsonObject().put("access_token", jwt(new JsonObject().put("aud", JsonArray.of("smd"))))
            .put("expires_in", 299).put("scope", "smd.read smd.write").put("token_type", "bearer");

    private static String jwt(JsonObject claims) {
        return TokenReaderTest.jwt(claims);
    }

    private static TokenAnswer read(String body) {
        return TokenReaderTest.read(TestClock.at(Instant.parse("2030-01-01T00:00:00Z")), body, Duration.ZERO, Optional.empty());
    }

    private static String unusable(JsonObject body) {
        return ((Unusable) read(body.encode())).why();
    }

    private static boolean lacking(String body) {
        return ((Unusable) read(body)).lacking();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smd.read", "", "smd.write smd.reader", "SMD.READ smd.write"})
    void fewerScopesThanAskedForAreUnusableWithTheCure(String scope) {
        assertThat(unusable(good.copy().put("scope", scope))).contains("did not grant the scope 'smd.")
                .contains("openchami.auth.peers.smd.scopes");
    }

    @Test
    void whatATokenLacksIsToldFromWhatIsNoToken() {
        JsonObject elsewhere = good.copy().put("access_token", jwt(new JsonObject().put("aud", "bss")));

        assertThat(List.of(good.copy().put("scope", "smd.read"), elsewhere)).allMatch(body -> lacking(body.encode()));
        assertThat(List.of(good.copy().put("scope", 7).encode(), good.copy().put("token_type", "x").encode(), "{}"))
                .noneMatch(GrantedLessTest::lacking);
    }

    @Test
    void moreScopesThanAskedForAreNoHarm() {
        assertThat(read(good.copy().put("scope", "a  smd.write b smd.read").encode())).isInstanceOf(Granted.class);
    }

    @Test
    void aMissingScopeIsAsAskedFor() {
        good.remove("scope");

        assertThat(read(good.encode())).isInstanceOf(Granted.class);
    }

    @Test
    void aScopeThatIsNoTextIsUnusable() {
        assertThat(unusable(good.copy().put("scope", JsonArray.of("smd.read", "smd.write")))).contains("scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"aud\":[]}", "{\"aud\":\"bss\"}", "{\"aud\":\"smdx\"}", "{\"aud\":[\"bss\",\"SMD\"]}",
            "{\"aud\":[[\"smd\"]]}"})
    void aJwtForSomeoneElseIsUnusableWithTheCure(String claims) {
        assertThat(unusable(good.copy().put("access_token", jwt(new JsonObject(claims))))).contains("not for 'smd'")
                .contains("openchami.auth.peers.smd.audience");
    }

    @Test
    void aJwtForOthersTooIsGood() {
        assertThat(read(good.copy().put("access_token", jwt(new JsonObject().put("aud", JsonArray.of("bss", "smd")))).encode()))
                .isInstanceOf(Granted.class);
    }
}
