package org.openchami.auth.verify;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Checks signatures by the Java platform. A signature of the wrong shape is refused without computing anything. */
@Singleton
class SignatureCheck {
    /** Its native code checks an elliptic signature as fast as an RSA one; the JDK's own takes up to 1 ms. */
    private static final String FAST = "AmazonCorrettoCryptoProvider";

    private final SignatureCount count;
    private final Set<JwsAlgorithm> slow = EnumSet.noneOf(JwsAlgorithm.class);
    private final ThreadLocal<Map<JwsAlgorithm, Signature>> own = ThreadLocal.withInitial(() -> new EnumMap<>(JwsAlgorithm.class));

    @Inject
    SignatureCheck(SignatureCount count) {
        this.count = count;
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            if (!algorithm.rsa() && !FAST.equals(provider(algorithm))) {
                slow.add(algorithm);
            }
        }
    }

    private static String provider(JwsAlgorithm algorithm) {
        try {
            return Signature.getInstance(algorithm.jca()).getProvider().getName();
        } catch (NoSuchAlgorithmException e) {
            return "";
        }
    }

    /** Whether a check takes too long for an event loop. */
    boolean slow(JwsAlgorithm algorithm) {
        return slow.contains(algorithm);
    }

    /** Whether {@code key}, which fits the algorithm, signed the first {@code length} bytes of {@code text}. */
    boolean good(JwsAlgorithm algorithm, PublicKey key, byte[] text, int length, byte[] signature) {
        if (algorithm.half() > 0 && !inRange(algorithm.half(), (ECPublicKey) key, signature)) {
            return false;
        }
        count.count(algorithm);
        Map<JwsAlgorithm, Signature> mine = own.get();
        try {
            Signature check = mine.get(algorithm);
            if (check == null) {
                check = instance(algorithm);
                mine.put(algorithm, check);
            }
            check.initVerify(key);
            check.update(text, 0, length);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            // what can't be checked is not good; and what the instance is left in is not known
            mine.remove(algorithm);
            return false;
        }
    }

    private static Signature instance(JwsAlgorithm algorithm) throws GeneralSecurityException {
        Signature check = Signature.getInstance(algorithm.jca());
        if (algorithm.parameters().isPresent()) {
            check.setParameter(algorithm.parameters().get());
        }
        return check;
    }

    /** Both numbers in full length, and from 1 to the order of the curve less 1 (RFC 7518 section 3.4, FIPS 186-5 section 6.4.2). */
    private static boolean inRange(int half, ECPublicKey key, byte[] signature) {
        if (signature.length != 2 * half) {
            return false;
        }
        byte[] least = new byte[half];
        byte[] order = new byte[half];
        byte[] number = key.getParams().getOrder().toByteArray();
        int used = Math.min(half, number.length);
        System.arraycopy(number, number.length - used, order, half - used, used);
        return between(least, order, signature, 0, half) && between(least, order, signature, half, 2 * half);
    }

    private static boolean between(byte[] least, byte[] order, byte[] signature, int from, int to) {
        return Arrays.compareUnsigned(signature, from, to, least, 0, least.length) > 0
                && Arrays.compareUnsigned(signature, from, to, order, 0, order.length) < 0;
    }
}
