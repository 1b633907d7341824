package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import java.util.stream.Stream;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.secret.FileOf;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class KeyFileTest {
    private static final KeyPair EC = KeyForms.ec("secp256r1");
    private static final KeyPair RSA = KeyForms.rsa(2048);

    @TempDir
    Path folder;

    private SigningKey read(String content) {
        return KeyFile.read(FileOf.secret(folder.resolve("key"), content), Optional.empty());
    }

    static Stream<Arguments> forms() {
        return Stream.of(Arguments.of("PKCS#8 EC", KeyForms.pkcs8(EC), EC), Arguments.of("PKCS#8 RSA", KeyForms.pkcs8(RSA), RSA),
                Arguments.of("PKCS#1", KeyForms.pkcs1(RSA), RSA), Arguments.of("SEC1", KeyForms.sec1(EC), EC),
                Arguments.of("OpenSSH EC", KeyForms.openSsh(EC, "none"), EC),
                Arguments.of("OpenSSH RSA", KeyForms.openSsh(RSA, "none"), RSA),
                Arguments.of("PEM with Windows line ends", KeyForms.pkcs8(EC).replace("\n", "\r\n"), EC),
                Arguments.of("PEM after a certificate", KeyForms.pem("CERTIFICATE", new byte[]{1, 2, 3}) + KeyForms.pkcs8(RSA), RSA),
                Arguments.of("PEM after words", "Bag Attributes: none\n" + KeyForms.pkcs8(RSA), RSA));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void thePairIsReadWhole(String form, String content, KeyPair pair) throws JoseException {
        SigningKey key = read(content);

        JsonWebKey open = JsonWebKey.Factory.newJwk(key.publicJwk().encode());
        assertThat(open.getKey()).isEqualTo(pair.getPublic());
        assertThat(key.kid()).isEqualTo(open.calculateBase64urlEncodedThumbprint("SHA-256"));
        assertThat(key.algorithm()).isEqualTo(pair == EC ? KeyAlgorithm.ES256 : KeyAlgorithm.PS256);
    }

    private static JsonObject jwk(KeyAlgorithm algorithm) {
        return new JsonObject(SigningKey.generate(algorithm).privateJwk().reveal());
    }

    @Test
    void aJwkIsReadWithItsOwnNameAndAlgorithm() {
        JsonObject jwk = jwk(KeyAlgorithm.RS256).put("kid", "bss-2030");

        assertThat(read(jwk.encode()).kid()).isEqualTo("bss-2030");
        assertThat(read(jwk.encode()).algorithm()).isEqualTo(KeyAlgorithm.RS256);
        assertThat(read(jwk.encode()).publicJwk().getString("kid")).isEqualTo("bss-2030");
    }

    @Test
    void aJwkThatNamesNeitherGetsThumbprintAndTheDefaultOfItsType() {
        JsonObject ec = jwk(KeyAlgorithm.ES256);
        JsonObject rsa = jwk(KeyAlgorithm.RS256);
        String thumbprint = rsa.getString("kid");
        Stream.of(ec, rsa).forEach(jwk -> Stream.of("kid", "alg", "use").forEach(jwk::remove));

        assertThat(read(ec.encodePrettily()).algorithm()).isEqualTo(KeyAlgorithm.ES256);
        assertThat(read(rsa.encodePrettily()).algorithm()).isEqualTo(KeyAlgorithm.PS256);
        assertThat(read(rsa.encode()).kid()).isEqualTo(thumbprint);
    }

    @Test
    void nothingElseThatAJwkHoldsLeavesWithThePublicHalf() {
        JsonObject jwk = jwk(KeyAlgorithm.ES256).put("k", "s3cret").put("oth", new JsonArray().add("s3cret")).put("p", "s3cret");

        assertThat(read(jwk.encode()).publicJwk().fieldNames()).containsExactlyInAnyOrder("kty", "kid", "use", "alg", "crv", "x", "y");
    }

    @Test
    void theOnePrivateKeyOfAJwkSetIsRead() {
        JsonObject own = jwk(KeyAlgorithm.ES256);
        JsonObject set = new JsonObject().put("keys", JsonArray.of(SigningKey.generate().publicJwk(), own));

        assertThat(read(set.encode()).kid()).isEqualTo(own.getString("kid"));
    }
}
