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
    @CsvSource({"RSA,RS256", "RSA,RS384", "RSA,RS512", "RSA,PS256", "RSA,PS384", "RSA,PS512", "EC,ES256", "Ed25519,EdDSA"})
    void aKeyFitsItsAlgorithm(String type, String own) throws GeneralSecurityException {
        assertThat(new VerificationKey("a", key(type), own).fits(own)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RSA,RS256,ES256", "RSA,RS256,HS256", "RSA,RS256,none", "RSA,RS256,rs256", "RSA,RS256,RS257", "EC,ES256,RS256",
            "EC,ES256,HS256", "EC,ES256,ES384", "EC,ES256,ES256K", "EC,ES256,", "RSA,RS256,EdDSA", "Ed25519,EdDSA,ES256",
            "RSA,PS256,RS256", "RSA,RS256,PS256", "RSA,RS384,RS256"})
    void aKeyFitsNoOther(String type, String own, String asked) throws GeneralSecurityException {
        assertThat(new VerificationKey("a", key(type), own).fits(asked)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EC,ES384", "RSA,ES256", "RSA,HS256", "EC,none", "Ed448,EdDSA", "X25519,EdDSA", "EC,RS256"})
    void aKeyOfAnotherKindThanItsAlgorithmFitsNothing(String type, String own) throws GeneralSecurityException {
        assertThat(new VerificationKey("a", key(type), own).fits(own)).isFalse();
    }
}
