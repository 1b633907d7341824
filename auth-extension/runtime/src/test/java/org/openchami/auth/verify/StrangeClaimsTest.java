package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.json.JsonObject;

/** Well signed, and strange: an authority may be odd, and no oddity may end in an error or in more rights. */
class StrangeClaimsTest {
    private static VerifierWorld world;

    @BeforeAll
    static void start() {
        world = new VerifierWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    static Stream<String> claims() {
        return Stream.of("iss", "sub", "aud", "exp", "iat", "nbf", "jti", "client_id", "scp", "scope", "groups", "upn",
                "preferred_username",
                "azp", "auth_time", "ext");
    }

    private static List<Object> values() {
        return List.of(0, -1, 1.5, 9_007_199_254_740_993L, 1e300, true, "", " ", "\u0000", "\ud800", List.of(), List.of(1, 2),
                List.of(List.of("smd")),
                Arrays.asList("smd", 5), Map.of(), Map.of("a", List.of(Map.of())));
    }

    private static String signed(String payload) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKeyIdHeaderValue(world.ec.kid());
        jws.setPayload(payload);
        jws.setKey(world.ec.key());
        return jws.getCompactSerialization();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aClaimOfAnotherKindEndsInAVerdict(String name) {
        for (Object value : values()) {
            assertThat(world.judge(world.ec.token(world.claims().with(name, value)))).as(name + " = " + value)
                    .isInstanceOfAny(Verdict.Accepted.class, Verdict.Rejected.class);
        }
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aClaimThatIsNullEndsInAVerdict(String name) throws JoseException {
        String json = new JsonObject(new HashMap<>(world.claims().values())).putNull(name).encode();

        assertThat(world.judge(signed(json))).isInstanceOfAny(Verdict.Accepted.class, Verdict.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scp", "scope"})
    void scopesOfAnotherKindGiveNone(String name) {
        for (Object value : List.of(1, true, Map.of("smd.write", true), List.of(1), List.of(List.of("smd.write")), List.of(Map.of()))) {
            Verdict verdict = world.judge(world.ec.token(world.claims().without("scp").with(name, value)));

            assertThat(verdict).isInstanceOfAny(Verdict.Accepted.class, Verdict.Rejected.class);
            if (verdict instanceof Verdict.Accepted accepted) {
                assertThat(accepted.token().scopes()).as(name + " = " + value).doesNotContain("smd.write");
            }
        }
    }

    @Test
    void aSubjectIsNeeded() {
        assertThat(world.judge(world.ec.token(world.claims().without("sub")))).isInstanceOf(Verdict.Rejected.class);
        assertThat(world.judge(world.ec.token(world.claims().subject("")))).isInstanceOf(Verdict.Rejected.class);
    }
}
