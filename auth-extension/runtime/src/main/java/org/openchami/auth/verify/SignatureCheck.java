package org.openchami.auth.verify;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.keys.Algorithm;

/** Checks signatures by the Java platform. A signature of the wrong shape is refused without computing anything. */
@Singleton
class SignatureCheck {
    /** Its native code checks an elliptic signature as fast as an RSA one; the JDK's own takes up to 1 ms. */
    private static final String FAST = "AmazonCorrettoCryptoProvider";

    private final SignatureCount count;
    private final Map<Algorithm, JcaSignature> forms = new EnumMap<>(Algorithm.class);
    private final Map<Algorithm, Boolean> slow = new ConcurrentHashMap<>();
    private final ThreadLocal<Map<Algorithm, Signature>> own = ThreadLocal.withInitial(() -> new EnumMap<>(Algorithm.class));

    @Inject
    SignatureCheck(SignatureCount count) {
        this.count = count;
        for (Algorithm algorithm : Algorithm.values()) {
            forms.put(algorithm, JcaSignature.of(algorithm));
        }
    }

    /** Asked when a token first needs it: who has RSA keys alone does not load elliptic curves. */
    private static boolean slow(JcaSignature form) {
        return !form.rsa() && !FAST.equals(provider(form));
    }

    private static String provider(JcaSignature form) {
        try {
            return Signature.getInstance(form.name()).getProvider().getName();
        } catch (NoSuchAlgorithmException e) {
            return "";
        }
    }

    /** Whether a check takes too long for an event loop. */
    boolean slow(Algorithm algorithm) {
        return slow.computeIfAbsent(algorithm, asked -> slow(forms.get(asked)));
    }

    /** Whether {@code key}, which fits the algorithm, signed the first {@code length} bytes of {@code text}. */
    boolean good(Algorithm algorithm, PublicKey key, byte[] text, int length, byte[] signature) {
        JcaSignature form = forms.get(algorithm);
        // some providers read no further than they need to, and take numbers that no signature has
        if (form.length() > 0 && signature.length != form.length() || form.order() && !inRange((ECPublicKey) key, signature)) {
            return false;
        }
        count.count(algorithm);
        Map<Algorithm, Signature> mine = own.get();
        try {
            Signature check = mine.get(algorithm);
            if (check == null) {
                check = form.instance();
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

    /** RFC 7518 section 3.4, FIPS 186-5 section 6.4.2. */
    private static boolean inRange(ECPublicKey key, byte[] signature) {
        int half = signature.length / 2;
        byte[] order = new byte[half];
        byte[] number = key.getParams().getOrder().toByteArray();
        int used = Math.min(half, number.length);
        System.arraycopy(number, number.length - used, order, half - used, used);
        return between(order, signature, 0, half) && between(order, signature, half, 2 * half);
    }

    private static boolean between(byte[] order, byte[] signature, int from, int to) {
        return Arrays.compareUnsigned(signature, from, to, new byte[order.length], 0, order.length) > 0
                && Arrays.compareUnsigned(signature, from, to, order, 0, order.length) < 0;
    }
}
