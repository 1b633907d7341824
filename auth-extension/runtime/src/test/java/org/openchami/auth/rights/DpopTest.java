package org.openchami.auth.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.rights.Denial.Kind;
import org.openchami.auth.secret.BearerToken;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Whether whoever sends a token holds the key it is bound to: RFC 9449 section 4.3, check by check. */
class DpopTest {
    private static final Prover HOLDER = Prover.with("ES256");
    private static final Prover OTHER = Prover.with("ES256");
    private static DpopWorld world;

    @BeforeAll
    static void start() {
        world = new DpopWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void forget() {
        world.forgetful();
    }

    private static Consumer<JsonObject> set(String name, Object value) {
        return json -> json.put(name, value);
    }

    private static Denial header(Consumer<JsonObject> change) {
        return world.denial(HOLDER, HOLDER.proof(world.now(), change, claims -> {}));
    }

    private static Denial claims(Consumer<JsonObject> change) {
        return world.denial(HOLDER, HOLDER.proof(world.now(), header -> {}, change));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "ES384", "PS256", "RS256", "EdDSA"})
    void aGoodProofIsAdmitted(String algorithm) {
        Prover prover = Prover.with(algorithm);

        assertThat(world.admit(DpopWorld.token(prover), Call.get().dpop(prover.proof(world.now()))))
                .isEqualTo(new Admission.Granted(Set.of("smd.read")));
    }

    @Test
    void exactlyOneProofIsNeeded() {
        String proof = HOLDER.proof(world.now());

        assertThat(world.denial(HOLDER, Call.get().dpop())).isEqualTo(Denial.PROOF_COUNT);
        assertThat(world.denial(HOLDER, Call.get().dpop(proof, proof))).isEqualTo(Denial.PROOF_COUNT);
        assertThat(Denial.PROOF_COUNT.kind()).isEqualTo(Kind.INVALID_DPOP_PROOF);
    }

    @Test
    void whatIsNoStrictCompactJwsIsMalformed() {
        String good = HOLDER.proof(world.now());
        String[] parts = good.split("\\.");
        String twice = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("{\"jti\":\"a\",\"jti\":\"a\"}".getBytes(StandardCharsets.UTF_8));
        for (String bad : new String[]{"", ".", "..", "x", good + ".", good + ".x", parts[0] + "." + parts[1], good + "=", good + " ",
                good + "," + good, parts[0] + "." + twice + "." + parts[2], parts[1] + ".." + parts[2], "e30.e30.", "W10.W10.eA",
                "x".repeat(5000)}) {
            assertThat(world.denial(HOLDER, bad)).as(bad).isEqualTo(Denial.PROOF_MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "DPoP+jwt", "dpop+JWT", "application/dpop+jwt", "at+jwt", "call-context+jwt", ""})
    void itsTypeIsDpop(String typ) {
        assertThat(header(set("typ", typ))).isEqualTo(Denial.PROOF_TYPE);
    }

    @Test
    void aProofWithoutATypeIsRefused() {
        assertThat(header(header -> header.remove("typ"))).isEqualTo(Denial.PROOF_TYPE);
        assertThat(header(set("typ", 1))).isEqualTo(Denial.PROOF_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "HS256", "HS512", "ES256K", "es256", "RS512", ""})
    void itsAlgorithmIsAnAsymmetricOneOfTheList(String algorithm) {
        assertThat(header(set("alg", algorithm))).isEqualTo(Denial.PROOF_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES384", "EdDSA"})
    void anAlgorithmThatIsNotItsKeysProvesNothing(String algorithm) {
        assertThat(header(set("alg", algorithm))).isEqualTo(Denial.PROOF_SIGNATURE);
    }

    @Test
    void whatIsCriticalIsNotKnownHere() {
        assertThat(header(set("crit", new JsonArray().add("b64")))).isEqualTo(Denial.PROOF_MALFORMED);
        assertThat(header(set("b64", false))).isEqualTo(Denial.PROOF_MALFORMED);
    }

    static Stream<Arguments> badKeys() {
        JsonObject open = HOLDER.key().publicJwk();
        return Stream.of(Arguments.of("none", null), Arguments.of("a word", "key"), Arguments.of("empty", new JsonObject()),
                Arguments.of("private", new JsonObject(Map.copyOf(HOLDER.key().jwk().toParams(OutputControlLevel.INCLUDE_PRIVATE)))),
                Arguments.of("with an empty private member", open.copy().put("d", "")),
                Arguments.of("symmetric", new JsonObject().put("kty", "oct").put("k", "c2VjcmV0")),
                Arguments.of("without x", without(open, "x")), Arguments.of("without y", without(open, "y")),
                Arguments.of("without a type", without(open, "kty")),
                Arguments.of("of no curve", open.copy().put("crv", "P-1")),
                Arguments.of("a number for x", open.copy().put("x", 1)),
                Arguments.of("RSA of 1024 bits", new JsonObject().put("kty", "RSA").put("e", "AQAB").put("n", "_".repeat(171))),
                Arguments.of("RSA with a long exponent",
                        new JsonObject().put("kty", "RSA").put("e", "_".repeat(342)).put("n", "_".repeat(342))));
    }

    private static JsonObject without(JsonObject json, String name) {
        JsonObject copy = json.copy();
        copy.remove(name);
        return copy;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badKeys")
    void aKeyThatIsNoGoodPublicOneIsRefused(String what, Object jwk) {
        assertThat(header(jwk == null ? header -> header.remove("jwk") : set("jwk", jwk))).isEqualTo(Denial.PROOF_KEY);
    }

    @Test
    void aKeyThatOnlyLooksLikeTheHoldersIsAnother() {
        JsonObject open = HOLDER.key().publicJwk();

        assertThat(header(set("jwk", open.copy().put("crv", "P-384")))).isEqualTo(Denial.DPOP_OTHER_KEY);
        assertThat(header(set("jwk", open.copy().put("y", open.getString("x"))))).isEqualTo(Denial.DPOP_OTHER_KEY);
    }

    @Test
    void aProofOfAnotherKeyIsNotTheHolders() {
        assertThat(world.denial(HOLDER, OTHER.proof(world.now()))).isEqualTo(Denial.DPOP_OTHER_KEY);
        assertThat(Denial.DPOP_OTHER_KEY.kind()).isEqualTo(Kind.INVALID_DPOP_TOKEN);
    }

    @Test
    void aSignatureOfAnotherKeyUnderTheHoldersNameIsRefused() {
        assertThat(world.denial(HOLDER, OTHER.key().sign(HOLDER.key().header(), Prover.claims(world.now()))))
                .isEqualTo(Denial.PROOF_SIGNATURE);
    }

    @Test
    void otherClaimsUnderAGoodSignatureAreRefused() {
        String[] one = HOLDER.proof(world.now()).split("\\.");
        String[] two = HOLDER.proof(world.now()).split("\\.");

        assertThat(world.denial(HOLDER, one[0] + "." + two[1] + "." + one[2])).isEqualTo(Denial.PROOF_SIGNATURE);
    }

    @Test
    void aSignatureOfZerosProvesNothing() {
        String[] good = HOLDER.proof(world.now()).split("\\.");

        assertThat(world.denial(HOLDER, good[0] + "." + good[1] + "." + "A".repeat(86))).isEqualTo(Denial.PROOF_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "get", "Get", "GET ", ""})
    void itIsForThisMethod(String method) {
        assertThat(claims(set("htm", method))).isEqualTo(Denial.PROOF_METHOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://smd.cluster:27779/hsm/v2/State/Components", "https://smd.cluster/hsm/v2/State/Components",
            "https://evil.cluster:27779/hsm/v2/State/Components", "https://smd.cluster:27779/hsm/v2/State/components",
            "https://smd.cluster:27779/hsm/v2/State/Components/", "https://smd.cluster:27779/hsm/v2/State", "https://smd.cluster:27779",
            "https://user@smd.cluster:27779/hsm/v2/State/Components", "https://smd.cluster:27779/hsm/v2/x/../State/Components",
            "/hsm/v2/State/Components", "urn:smd", "not an address", ""})
    void itIsForThisAddress(String address) {
        assertThat(claims(set("htu", address))).isEqualTo(Denial.PROOF_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://smd.cluster:27779/hsm/v2/State/Components?type=Node",
            "https://smd.cluster:27779/hsm/v2/State/Components#x", "HTTPS://SMD.Cluster:27779/hsm/v2/State/Components",
            "https://smd.cluster:27779/hsm/v2/%53tate/Components"})
    void theSameAddressInAnotherSpellingIsTheSame(String address) {
        assertThat(claims(set("htu", address))).isNull();
    }

    @Test
    void aRequestThatNamesNoHostMatchesNoProof() {
        Call nowhere = new Call("GET", Optional.empty(), "127.0.0.1", Optional.empty(), List.of(), true,
                Call.get().proof());

        assertThat(world.denial(HOLDER, nowhere.dpop(HOLDER.proof(world.now())))).isEqualTo(Denial.PROOF_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"-91,false", "-90,true", "-30,true", "0,true", "30,true", "31,false", "90,false", "-4000000000,false", "4000000000,false"})
    void itIsMadeNow(long seconds, boolean good) {
        assertThat(claims(set("iat", world.now().getEpochSecond() + seconds))).isEqualTo(good ? null : Denial.PROOF_TIME);
    }

    @Test
    void aProofWithoutATimeIsRefused() {
        assertThat(claims(claims -> claims.remove("iat"))).isEqualTo(Denial.PROOF_TIME);
        assertThat(claims(set("iat", Long.toString(world.now().getEpochSecond())))).isEqualTo(Denial.PROOF_TIME);
    }

    @Test
    void itIsForThisToken() {
        assertThat(claims(set("ath", new BearerToken("another", Instant.MAX).hash())))
                .isEqualTo(Denial.PROOF_TOKEN);
        assertThat(claims(claims -> claims.remove("ath"))).isEqualTo(Denial.PROOF_TOKEN);
    }

    @Test
    void itHasAnIdThatCanBeRemembered() {
        for (Object id : new Object[]{"", " ", "a b", "ü", "x\n", "x".repeat(129), 17, new JsonArray()}) {
            assertThat(claims(set("jti", id))).as(id.toString()).isEqualTo(Denial.PROOF_MALFORMED);
        }
        assertThat(claims(claims -> claims.remove("jti"))).isEqualTo(Denial.PROOF_MALFORMED);
        assertThat(claims(set("jti", "x".repeat(128)))).isNull();
    }
}
