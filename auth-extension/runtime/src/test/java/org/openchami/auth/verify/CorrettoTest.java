package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import java.util.Arrays;
import java.util.stream.Stream;

import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.keys.Algorithm;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;

/** Amazon's provider, where it is installed: nothing needs a worker, and what is good and what is not is as with the platform's own. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class CorrettoTest {
    private static SignatureCheck check;

    @BeforeAll
    static void install() {
        AmazonCorrettoCryptoProvider.install();
        check = new SignatureCheck(new SignatureCount());
    }

    @AfterAll
    static void remove() {
        Security.removeProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
    }

    static Stream<PublishedSignature> published() {
        return PublishedSignaturesTest.published();
    }

    @Test
    void nothingIsSlow() {
        assertThat(Algorithm.values()).noneMatch(check::slow);
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatAStandardPublishesIsGood(PublishedSignature one) throws JoseException {
        assertThat(good(one, PublishedSignaturesTest.signature(one))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("published")
    void noBitOfItMayChange(PublishedSignature one) throws JoseException {
        for (int i = 0; i < PublishedSignaturesTest.signature(one).length; i++) {
            byte[] changed = PublishedSignaturesTest.signature(one);
            changed[i] ^= (byte) (1 << i % 8);
            assertThat(good(one, changed)).as("byte %d", i).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void anotherLengthOrNothingAtAllIsNotGood(PublishedSignature one) throws JoseException {
        byte[] signature = PublishedSignaturesTest.signature(one);

        assertThat(good(one, new byte[0])).isFalse();
        assertThat(good(one, new byte[signature.length])).isFalse();
        assertThat(good(one, Arrays.copyOf(signature, signature.length - 1))).isFalse();
        assertThat(good(one, Arrays.copyOf(signature, signature.length + 1))).isFalse();
    }

    private static boolean good(PublishedSignature one, byte[] signature) throws JoseException {
        return PublishedSignaturesTest.good(check, one, one.signed(), signature);
    }
}
