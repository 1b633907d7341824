package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.stream.Stream;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.keys.Algorithm;

/** The signatures that the standards themselves publish are good, and nothing near them is. */
class PublishedSignaturesTest {
    private static final SignatureCheck CHECK = new SignatureCheck(new SignatureCount());

    static Stream<PublishedSignature> published() {
        return PublishedSignature.ALL.stream();
    }

    private static boolean good(PublishedSignature one, String signed, byte[] signature) throws JoseException {
        return good(CHECK, one, signed, signature);
    }

    static boolean good(SignatureCheck check, PublishedSignature one, String signed, byte[] signature) throws JoseException {
        PublicKey key = PublicJsonWebKey.Factory.newPublicJwk(one.jwk()).getPublicKey();
        byte[] text = signed.getBytes(StandardCharsets.US_ASCII);
        return check.good(Algorithm.valueOf(one.algorithm()), key, text, text.length, signature);
    }

    static byte[] signature(PublishedSignature one) {
        return Base64.getUrlDecoder().decode(one.signature());
    }

    @ParameterizedTest
    @MethodSource("published")
    void itIsGood(PublishedSignature one) throws JoseException {
        assertThat(good(one, one.signed(), signature(one))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("published")
    void anotherTextUnderItIsNot(PublishedSignature one) throws JoseException {
        assertThat(good(one, one.signed() + "A", signature(one))).isFalse();
        assertThat(good(one, one.signed().substring(1), signature(one))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("published")
    void noBitOfItMayChange(PublishedSignature one) throws JoseException {
        for (int i = 0; i < signature(one).length; i++) {
            byte[] changed = signature(one);
            changed[i] ^= (byte) (1 << i % 8);
            assertThat(good(one, one.signed(), changed)).as("byte %d", i).isFalse();
        }
    }
}
