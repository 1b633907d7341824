package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationKeyTest {

    private static PublicKey key(String type) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
        if (type.equals("EC")) {
            // what a Java platform makes where none is asked for differs
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return generator.generateKeyPair().getPublic();
    }

    @ParameterizedTest
    @CsvSource({"RSA,,RS256", "RSA,,PS256", "EC,,ES256", "RSA,RS256,RS256", "RSA,PS256,PS256", "EC,ES256,ES256", "RSA,,RS384", "RSA,,RS512",
            "RSA,,PS384", "RSA,,PS512", "Ed25519,,EdDSA", "Ed25519,EdDSA,EdDSA"})
    void aKeyFitsTheAlgorithmsOfItsKind(String type, String own, String asked) throws GeneralSecurityException {
        assertThat(new VerificationKey("a", key(type), own).fits(asked)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RSA,,ES256", "RSA,,HS256", "RSA,,none", "RSA,,rs256", "RSA,,RS257", "EC,,RS256", "EC,,HS256", "EC,,ES384", "EC,,ES256K",
            "EC,,", "RSA,,EdDSA", "Ed25519,,ES256", "Ed448,,EdDSA", "X25519,,EdDSA", "RSA,PS256,RS256",
            "RSA,RS256,PS256", "RSA,RS384,RS256", "EC,ES384,ES384"})
    void aKeyFitsNoOther(String type, String own, String asked) throws GeneralSecurityException {
        assertThat(new VerificationKey("a", key(type), own).fits(asked)).isFalse();
    }
}
