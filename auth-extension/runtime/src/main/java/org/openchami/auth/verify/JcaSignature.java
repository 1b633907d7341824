package org.openchami.auth.verify;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

import org.openchami.auth.keys.Algorithm;

/**
 * What the Java platform calls a signature algorithm (JDK Security Standard Names), those of elliptic curves in the form of RFC 7518 section 3.4.
 *
 * @param parameters null for all but RSASSA-PSS
 * @param length how many bytes a signature has; 0 where the key says it
 * @param order whether it is two numbers from 1 to the order of the curve less 1
 */
record JcaSignature(String name, PSSParameterSpec parameters, int length, boolean order) {

    static JcaSignature of(Algorithm algorithm) {
        return switch (algorithm) {
            case RS256 -> new JcaSignature("SHA256withRSA", null, 0, false);
            case RS384 -> new JcaSignature("SHA384withRSA", null, 0, false);
            case RS512 -> new JcaSignature("SHA512withRSA", null, 0, false);
            case PS256 -> pss(MGF1ParameterSpec.SHA256, 32);
            case PS384 -> pss(MGF1ParameterSpec.SHA384, 48);
            case PS512 -> pss(MGF1ParameterSpec.SHA512, 64);
            case ES256 -> new JcaSignature("SHA256withECDSAinP1363Format", null, 64, true);
            case ES384 -> new JcaSignature("SHA384withECDSAinP1363Format", null, 96, true);
            case ES512 -> new JcaSignature("SHA512withECDSAinP1363Format", null, 132, true);
            case EdDSA -> new JcaSignature("Ed25519", null, 64, false);
        };
    }

    /** RFC 7518 section 3.5: the salt is as long as the hash. */
    private static JcaSignature pss(MGF1ParameterSpec hash, int salt) {
        return new JcaSignature("RSASSA-PSS",
                new PSSParameterSpec(hash.getDigestAlgorithm(), "MGF1", hash, salt, PSSParameterSpec.TRAILER_FIELD_BC), 0, false);
    }

    boolean rsa() {
        return name.contains("RSA");
    }

    Signature instance() throws GeneralSecurityException {
        Signature signature = Signature.getInstance(name);
        if (parameters != null) {
            signature.setParameter(parameters);
        }
        return signature;
    }
}
