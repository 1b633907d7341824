package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.SelfSigned;

class PemKeysTest {

    private static KeyPair pair(String kind, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String open(KeyPair pair) {
        return Pem.block("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static JwksReader.Found read(String text) {
        return Jwks.reader().read(PemKeys.jwks(text), Instant.EPOCH, KeySet.NONE);
    }

    @ParameterizedTest
    @CsvSource({"RSA,2048,RS256", "EC,256,ES256", "EC,384,ES384", "Ed25519,255,EdDSA"})
    void aPublicKeyIsHeldUnderItsThumbprint(String kind, int bits, String algorithm) throws GeneralSecurityException, JoseException {
        KeyPair pair = pair(kind, bits);
        String kid = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic()).calculateBase64urlEncodedThumbprint("SHA-256");

        KeySet set = read(open(pair)).set();

        assertThat(set.find(kid)).isPresent().isEqualTo(set.only(algorithm))
                .hasValueSatisfying(key -> assertThat(key.key()).isEqualTo(pair.getPublic()));
    }

    @Test
    void aWeakKeyIsDroppedLikeAnyOther() throws GeneralSecurityException {
        assertThat(read(open(pair("RSA", 1024))).dropped()).singleElement().satisfies(key -> assertThat(key.cause()).contains("1024"));
    }

    @Test
    void ofACertificateTheKeyCountsThoughItHasExpired(@TempDir Path folder) throws GeneralSecurityException {
        X509Certificate certificate = SelfSigned.in(folder, "-2y").certificate();

        assertThat(read(Pem.block("CERTIFICATE", certificate.getEncoded())).set().only("ES256"))
                .hasValueSatisfying(key -> assertThat(key.key()).isEqualTo(certificate.getPublicKey()));
    }

    @Test
    void severalBlocksAreSeveralKeys() throws GeneralSecurityException {
        assertThat(read("words\n" + open(pair("EC", 256)) + "between\n" + open(pair("Ed25519", 255))).set().all()).hasSize(2);
    }

    @Test
    void theSameKeyTwiceIsOne() throws GeneralSecurityException {
        KeyPair pair = pair("EC", 256);

        assertThat(read(open(pair) + open(pair)).set().all()).hasSize(1);
    }

    @Test
    void aPrivateKeyIsALeakAndCostsTheOthersNothing() throws GeneralSecurityException {
        KeyPair pair = pair("EC", 256);

        JwksReader.Found found = read(Pem.block("PRIVATE KEY", pair.getPrivate().getEncoded()) + open(pair));

        assertThat(found.set().all()).hasSize(1);
        assertThat(found.dropped()).singleElement().satisfies(key -> assertThat(key.leaked()).isTrue());
    }

    @Test
    void whatIsNeitherIsLeftOut() {
        JwksReader.Found found = read(Pem.block("RSA PUBLIC KEY", new byte[]{1}));

        assertThat(found.set().isEmpty()).isTrue();
        assertThat(found.dropped()).singleElement().satisfies(key -> assertThat(key.kid()).isEqualTo("RSA PUBLIC KEY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "-----BEGIN PUBLIC KEY-----", "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----",
            "-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----A-----END PUBLIC KEY-----"})
    void damagedPemIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PemKeys.jwks(text));
    }
}
