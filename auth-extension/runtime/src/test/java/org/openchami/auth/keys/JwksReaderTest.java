package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Each bad key is read beside two good ones, which must stay. */
class JwksReaderTest {
    private static PublicJsonWebKey rsa;
    private static PublicJsonWebKey ec;

    @BeforeAll
    static void makeGoodKeys() throws JoseException {
        rsa = RsaJwkGenerator.generateJwk(2048);
        rsa.setKeyId("good-rsa");
        ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        ec.setKeyId("good-ec");
    }

    private static JsonObject json(PublicJsonWebKey key) {
        return new JsonObject(new HashMap<>(key.toParams(OutputControlLevel.PUBLIC_ONLY)));
    }

    private static JsonObject changed(String name, Object value) {
        return json(ec).put("kid", "bad").put(name, value);
    }

    private static Set<String> kidsBeside(Object... bad) {
        JsonArray keys = JsonArray.of(json(rsa));
        List.of(bad).forEach(keys::add);
        JsonObject set = new JsonObject(new JsonObject().put("keys", keys.add(json(ec))).toBuffer());
        return read(set).set().kids();
    }

    private static JwksReader.Found read(JsonObject set) {
        return Jwks.reader().read(set, Instant.EPOCH, KeySet.NONE);
    }

    private static void isLeftOut(Object... bad) {
        assertThat(kidsBeside(bad)).containsExactlyInAnyOrder("good-rsa", "good-ec");
    }

    @Test
    void goodKeysAreRead() {
        isLeftOut();
    }

    @Test
    void theAlgorithmThatAKeyNamesIsKept() {
        JsonObject set = new JsonObject().put("keys", JsonArray.of(json(rsa).put("alg", "PS256")));

        assertThat(read(set).set().find("good-rsa").orElseThrow().algorithm()).isEqualTo("PS256");
    }

    @Test
    void anRsaKeyBelow2048BitsIsLeftOut() throws JoseException {
        PublicJsonWebKey small = RsaJwkGenerator.generateJwk(1024);
        small.setKeyId("small");

        isLeftOut(json(small));
    }

    @Test
    void anRsaKeyWithTheExponentOneIsLeftOut() {
        isLeftOut(json(rsa).put("kid", "bad").put("e", "AQ"));
    }

    @Test
    void aKeyForEncryptionIsLeftOut() {
        isLeftOut(changed("use", "enc"));
    }

    @Test
    void aKeyThatMayNotVerifyIsLeftOut() {
        isLeftOut(changed("key_ops", JsonArray.of("encrypt")));
    }

    @Test
    void aKeyThatMayVerifyIsRead() {
        assertThat(kidsBeside(changed("key_ops", JsonArray.of("verify")))).contains("bad");
    }

    @Test
    void aPrivateKeyIsLeftOut() {
        isLeftOut(new JsonObject(new HashMap<>(ec.toParams(OutputControlLevel.INCLUDE_PRIVATE))).put("kid", "bad"));
    }

    @Test
    void aSymmetricKeyIsLeftOut() {
        isLeftOut(new JsonObject(new HashMap<>(OctJwkGenerator.generateJwk(256).toParams(OutputControlLevel.INCLUDE_SYMMETRIC)))
                .put("kid", "bad"));
    }

    @Test
    void theOtherCurvesOfNistAreRead() throws JoseException {
        assertThat(kidsBeside(json(EcJwkGenerator.generateJwk(EllipticCurves.P384)).put("kid", "p384"),
                json(EcJwkGenerator.generateJwk(EllipticCurves.P521)).put("kid", "p521"))).contains("p384", "p521");
    }

    @Test
    void aKeyOfAnotherCurveOf256BitsIsLeftOut() {
        isLeftOut(changed("crv", "secp256k1").put("x", "eb5mfvncu6xVoGKVzocLBwKb_NstzijZWfKBWxb4F5g").put("y",
                "SDradyajxGVdpPv8DhEIqP0XtEimhVQZnEfQj_sQ1Lg"));
    }

    @Test
    void aKeyWithoutAnIdIsLeftOut() {
        JsonObject nameless = json(ec);
        nameless.remove("kid");

        isLeftOut(nameless, json(ec).put("kid", ""));
    }

    @Test
    void twoKeysWithOneIdAreBothLeftOut() {
        isLeftOut(changed("use", "sig"), changed("use", "sig"));
    }

    @Test
    void threeKeysWithOneIdAreAllLeftOut() {
        isLeftOut(changed("use", "sig"), changed("use", "sig"), changed("use", "sig"));
    }

    @Test
    void aBadKeyWithTheIdOfAGoodOneDoesNotCostTheGoodOne() {
        isLeftOut(json(ec).put("use", "enc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kty", "crv", "x", "y", "kid", "use", "key_ops", "alg", "x5c"})
    void aMemberOfTheWrongKindCostsThatKeyAlone(String member) {
        assertThat(kidsBeside(changed(member, new JsonObject().put("a", 1)))).contains("good-rsa", "good-ec");
    }

    @Test
    void whatIsNoKeyIsPassedOver() {
        isLeftOut("text", 1, true, JsonArray.of("x"), new JsonObject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\":null}", "{\"keys\":{}}", "{\"keys\":\"x\"}", "{\"keys\":[]}", "{\"keys\":[null,1,{}]}"})
    void aSetWithoutAnyUsableKeyIsNone(String text) {
        assertThat(read(new JsonObject(text)).set().isEmpty()).isTrue();
    }
}
