package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.jose4j.keys.BigEndianBigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.keys.Jwk.Dropped;
import org.openchami.auth.keys.Jwk.Usable;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** One key: used, or the reason why not. */
class JwkReaderTest {
    private static final JsonObject RSA = Jwks.rsa("a", 2048);
    private static final JsonObject EC = Jwks.ec("a");

    private static Jwk read(JsonObject key) {
        return new JwkReader(false, Jwks.ALGORITHMS).read(new JsonObject(key.toBuffer()));
    }

    private static Dropped dropped(JsonObject key) {
        assertThat(read(key)).isInstanceOf(Dropped.class);
        return (Dropped) read(key);
    }

    @Test
    void anEd25519KeyIsUsedForEdDsa() {
        assertThat(read(Jwks.ed25519("a"))).isInstanceOfSatisfying(Usable.class, usable -> assertThat(usable.key().fits("EdDSA")).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed448", "X25519", "X448", "ed25519"})
    void anotherCurveOfItsKindIsNotUsed(String curve) {
        assertThat(dropped(Jwks.ed25519("a").put("crv", curve)).leaked()).isFalse();
    }

    @Test
    void aSmallRsaKeyIsNotUsed() {
        assertThat(dropped(Jwks.rsa("a", 1024)).cause()).contains("1024");
    }

    @ParameterizedTest
    @CsvSource({"AQ,1", "Ag,2", "Aw,3", "EQ,17", "AQAA,65536", "AQAC,65538"})
    void aSmallOrEvenRsaExponentIsNotUsed(String encoded, int exponent) {
        assertThat(dropped(RSA.copy().put("e", encoded)).leaked()).as("e=" + exponent).isFalse();
    }

    @Test
    void anEvenRsaModulusIsNotUsed() {
        JsonObject even = RSA.copy();
        even.put("n", BigEndianBigInteger.toBase64Url(BigEndianBigInteger.fromBase64Url(even.getString("n")).clearBit(0)));

        assertThat(dropped(even).cause()).contains("even");
    }

    @ParameterizedTest
    @CsvSource({"AA,AA", "Ag,Ag"})
    void aPointThatIsNotOnItsCurveIsNotUsed(String x, String y) {
        dropped(EC.copy().put("x", x).put("y", y));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth"})
    void anyPrivateMemberIsALeak(String member) {
        assertThat(dropped(RSA.copy().put(member, "AQAB")).leaked()).isTrue();
    }

    @Test
    void aSharedSecretIsALeak() {
        assertThat(dropped(Jwks.shared("a")).leaked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "none", "RS256", "ES384", "ECDH-ES", "EdDSA", ""})
    void aKeyThatNamesAnAlgorithmOfAnotherKindIsNotUsed(String alg) {
        assertThat(dropped(EC.copy().put("alg", alg)).cause()).contains("alg");
    }

    @Test
    void aKeyForEncryptionIsNotUsed() {
        assertThat(dropped(EC.copy().put("use", "enc")).cause()).contains("use");
    }

    @Test
    void aKeyThatMayOnlySignIsNotUsed() {
        assertThat(dropped(EC.copy().put("key_ops", JsonArray.of("sign"))).cause()).contains("key_ops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKP", "oct-key", "", "rsa"})
    void aKeyOfAnUnknownTypeIsNotUsed(String type) {
        dropped(EC.copy().put("kty", type));
    }

    @Test
    void aKeyWithoutANameIsUsedWhereNamesAreOptional() {
        JsonObject nameless = Jwks.without(EC, "kid");

        assertThat(dropped(nameless).cause()).contains("kid");
        assertThat(new JwkReader(true, Jwks.ALGORITHMS).read(nameless)).isInstanceOf(Usable.class);
    }

    @Test
    void theNameOfADroppedKeyIsFitForALog() {
        assertThat(dropped(EC.copy().put("use", "enc").put("kid", "a\r\nOCAUTH-0001 \u001b[31mé" + "x".repeat(8192))).kid())
                .startsWith("a??OCAUTH-0001 ?[31m?x").hasSizeLessThan(80);
    }
}
