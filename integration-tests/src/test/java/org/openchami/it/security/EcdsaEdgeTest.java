package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jose4j.base64url.Base64Url;
import org.jose4j.jws.EcdsaUsingShaAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.refusal.Refused;

/** ES256 signatures as Wycheproof spoils them; RFC 7518 section 3.4 wants r and s in 32 bytes each, between 1 and n - 1. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EcdsaEdgeTest {
    private static final BigInteger ZERO = BigInteger.ZERO;
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger MOST = ONE.shiftLeft(256).subtract(ONE);

    private final SecurityWorld world;
    private final String content;
    private final byte[] signature;
    private final BigInteger r;
    private final BigInteger s;
    private final BigInteger n;
    private final BigInteger p;
    private final BigInteger gx;

    EcdsaEdgeTest(SecurityWorld world) {
        this.world = world;
        String token = world.good().sign();
        content = token.substring(0, token.lastIndexOf('.'));
        signature = Base64Url.decode(token.substring(token.lastIndexOf('.') + 1));
        r = new BigInteger(1, Arrays.copyOf(signature, 32));
        s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        var curve = ((ECPublicKey) world.ring().ec().jwk().getPublicKey()).getParams();
        n = curve.getOrder();
        p = ((ECFieldFp) curve.getCurve().getField()).getP();
        gx = curve.getGenerator().getAffineX();
    }

    @Test
    void theSignatureAsItWasMadeIsGood() {
        assertThat(world.get(with(signature)).status()).isEqualTo(200);
    }

    /** The other half of every ECDSA signature, (r, n - s), is as good: another text, and so another token, with the same claims. */
    @Test
    void theMalleableTwinIsATokenOfItsOwn() {
        assertThat(world.get(with(r, n.subtract(s))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void es256NumbersOutOfRange(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void es256LengthsAndForms(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("bits")
    void es256OneBitFlipped(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    Stream<Arguments> numbers() {
        return Stream.of(argumentSet("psychic signature: r = 0, s = 0", with(ZERO, ZERO)), argumentSet("r = 0", with(ZERO, s)),
                argumentSet("s = 0", with(r, ZERO)), argumentSet("r = n", with(n, s)), argumentSet("s = n", with(r, n)),
                argumentSet("r = n, s = n", with(n, n)), argumentSet("r = n, s = 0", with(n, ZERO)),
                argumentSet("r = 0, s = n", with(ZERO, n)),
                argumentSet("r = n + 1", with(n.add(ONE), s)), argumentSet("s = n + 1", with(r, n.add(ONE))),
                argumentSet("r = n - 1, s = n - 1", with(n.subtract(ONE), n.subtract(ONE))), argumentSet("r = 1, s = 1", with(ONE, ONE)),
                argumentSet("r = 1, s = 0", with(ONE, ZERO)), argumentSet("r = 0, s = 1", with(ZERO, ONE)),
                argumentSet("r = p", with(p, s)), argumentSet("s = p", with(r, p)), argumentSet("r = p - n", with(p.subtract(n), s)),
                argumentSet("r = 2^256 - 1, s = 2^256 - 1", with(MOST, MOST)), argumentSet("r = 2^256 - 1", with(MOST, s)),
                argumentSet("s = 2^256 - 1", with(r, MOST)), argumentSet("r and s swapped", with(s, r)),
                argumentSet("r negated", with(n.subtract(r), s)), argumentSet("r = Gx, s = 1", with(gx, ONE)),
                argumentSet("r = Gx, s = Gx", with(gx, gx)), argumentSet("r = r + 1", with(r.add(ONE), s)),
                argumentSet("s = s + 1", with(r, s.add(ONE))),
                argumentSet("r = (n + 1) / 2, s = 2", with(n.add(ONE).shiftRight(1), ONE.add(ONE))));
    }

    Stream<Arguments> lengths() throws Exception {
        byte[] der = EcdsaUsingShaAlgorithm.convertConcatenatedToDer(signature);
        byte[] longer = new byte[66];
        System.arraycopy(signature, 0, longer, 1, 32);
        System.arraycopy(signature, 32, longer, 34, 32);
        return Stream.concat(
                Stream.of(argumentSet("DER", with(der)), argumentSet("DER with r = 0, s = 0", with(new byte[]{0x30, 6, 2, 1, 0, 2, 1, 0})),
                        argumentSet("33 bytes each, as BigInteger writes them", with(longer)),
                        argumentSet("0 bytes", content + "."), argumentSet("the signature twice", with(repeat(signature))),
                        argumentSet("a zero behind", with(Arrays.copyOf(signature, 65))),
                        argumentSet("a zero before", with(before(signature)))),
                IntStream.of(1, 8, 31, 32, 33, 63)
                        .mapToObj(length -> argumentSet(length + " bytes", with(Arrays.copyOf(signature, length)))));
    }

    Stream<Arguments> bits() {
        return IntStream.of(0, 7, 128, 255, 256, 263, 384, 511).mapToObj(bit -> {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (0x80 >>> bit % 8);
            return argumentSet("bit " + bit, with(flipped));
        });
    }

    private String with(BigInteger first, BigInteger second) {
        byte[] both = new byte[64];
        write(first, both, 0);
        write(second, both, 32);
        return with(both);
    }

    private static void write(BigInteger value, byte[] target, int start) {
        byte[] bytes = value.toByteArray();
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, target, start + 32 - length, length);
    }

    private String with(byte[] other) {
        return content + "." + Base64Url.encode(other);
    }

    private static byte[] repeat(byte[] bytes) {
        byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        return twice;
    }

    private static byte[] before(byte[] bytes) {
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 1, bytes.length);
        return longer;
    }
}
