package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.SecretFileException;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Files that hold no key of ours: each is refused with the reason and the cure, and with nothing of what it holds. */
class KeyFileRefusalTest {
    private static final KeyPair EC = KeyForms.ec("secp256r1");
    private static final KeyPair RSA = KeyForms.rsa(2048);

    @TempDir
    Path folder;

    private static JsonObject jwk() {
        return new JsonObject(SigningKey.generate().privateJwk().reveal());
    }

    private static byte[] ed25519() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    }

    static Stream<Arguments> files() throws Exception {
        String pkcs8 = KeyForms.pkcs8(EC);
        JsonObject two = new JsonObject().put("keys", JsonArray.of(jwk(), jwk()));
        return Stream.of(Arguments.of(KeyForms.pkcs8(KeyForms.ec("secp384r1")), "P-384: P-256 is needed"),
                Arguments.of(KeyForms.pkcs8(KeyForms.rsa(1024)), "RSA key of 1024 bits: 2048 are the least"),
                Arguments.of(KeyForms.pkcs1(KeyForms.rsa(1024)), "RSA key of 1024 bits"),
                Arguments.of(KeyForms.pem("PRIVATE KEY", ed25519()), "EdDSA, which Hydra takes in no client assertion"),
                Arguments.of(KeyForms.pem("PRIVATE KEY", EC.getPrivate().getEncoded()), "Cure: let OpenSSL add it: openssl ec -in"),
                Arguments.of(KeyForms.pem("ENCRYPTED PRIVATE KEY", new byte[]{1, 2, 3}), "is encrypted. Cure: store it without a password"),
                Arguments.of(KeyForms.pkcs1(RSA).replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"),
                        "is encrypted. Cure: store it without a password"),
                Arguments.of(KeyForms.openSsh(EC, "aes256-ctr"), "Cure: store it without a password"),
                Arguments.of(KeyForms.pem("DSA PRIVATE KEY", new byte[]{1, 2, 3}), "DSA PRIVATE KEY"),
                Arguments.of(KeyForms.pem("PUBLIC KEY", EC.getPublic().getEncoded()), "no whole private key"),
                Arguments.of(pkcs8 + KeyForms.pkcs8(RSA), "several private keys"),
                Arguments.of(pkcs8.substring(0, pkcs8.length() / 2), "no whole private key"),
                Arguments.of(KeyForms.pem("PRIVATE KEY", new byte[]{48, 3, 2, 1, 0}), "damaged"),
                Arguments.of(KeyForms.pem("RSA PRIVATE KEY", new byte[]{48, 3, 2, 1, 0}), "damaged"),
                Arguments.of(KeyForms.pem("EC PRIVATE KEY", new byte[]{48, 3, 2, 1, 0}), "damaged"),
                Arguments.of(KeyForms.pem("OPENSSH PRIVATE KEY", new byte[]{48, 3, 2, 1, 0}), "damaged"),
                Arguments.of(SigningKey.generate().publicJwk().encode(), "no private key"),
                Arguments.of(new JsonObject().put("keys", new JsonArray()).encode(), "a JWK set with 0 private keys"),
                Arguments.of(two.encode(), "a JWK set with 2 private keys"),
                Arguments.of(jwk().put("use", "enc").encode(), "use is not sig"),
                Arguments.of(jwk().put("alg", "RS256").encode(), "alg is none that fits"),
                Arguments.of(jwk().put("kid", "a\r\nb").encode(), "kid is not made of"),
                Arguments.of(jwk().put("d", "AAAA").encode(), "don't fit each other"),
                Arguments.of(jwk().put("crv", "P-999").encode(), "no JWK of type EC or RSA"),
                Arguments.of("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}", "no JWK of type EC or RSA"),
                Arguments.of(jwk().encode().substring(0, 90), "no JSON"), Arguments.of("a password", "neither PEM, JWK nor PKCS#12"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("files")
    void eachIsRefusedWithItsReason(String content, String reason) {
        Path file = FileOf.secret(folder.resolve("key"), content);

        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> KeyFile.read(file, Optional.empty()))
                .withMessageStartingWith(file + " can't be used as our key: ").withMessageContaining(reason)
                .withMessageContaining("Cure: ").withNoCause()
                .satisfies(refusal -> assertThat(pieces(content)).noneMatch(piece -> refusal.getMessage().contains(piece)));
    }

    /** What would give the content away: the lines of PEM, the values of JSON. */
    private static Stream<String> pieces(String content) {
        return Stream.of(content.split("[\n\",:{}]+")).filter(piece -> piece.length() > 16 && !piece.contains("-----"));
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        Path file = FileOf.mode(FileOf.secret(folder.resolve("key"), KeyForms.pkcs8(EC)), "rw-r--r--");

        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> KeyFile.read(file, Optional.empty()))
                .withMessageEndingWith("Cure: chmod 600 " + file);
    }

    @Test
    void aPasswordForWhatHasNoneIsRefused() {
        Path password = FileOf.secret(folder.resolve("password"), "correct horse");
        Path file = FileOf.secret(folder.resolve("key"), KeyForms.pkcs8(EC));

        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> KeyFile.read(file, Optional.of(password)))
                .withMessageContaining("Cure: remove openchami.auth.client.key-password-file");
    }

    @Test
    void bytesAtRandomAreRefused() {
        Path file = FileOf.secret(folder.resolve("key"), Base64.getDecoder().decode("MIIBAAAAAP8A/wD/"));

        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> KeyFile.read(file, Optional.empty()))
                .withMessageContaining("neither PEM, JWK nor PKCS#12");
    }
}
