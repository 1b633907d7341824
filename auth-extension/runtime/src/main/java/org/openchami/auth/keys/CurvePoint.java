package org.openchami.auth.keys;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.EllipticCurve;

/** The point that an EC key is. The JDK takes any pair of numbers for one, and so does jose4j. */
final class CurvePoint {

    private CurvePoint() {}

    /** Whether it lies on the curve of its key (SEC 1 section 3.2.2.1; the curves here have a cofactor of 1). */
    static boolean of(ECPublicKey key) {
        EllipticCurve curve = key.getParams().getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = key.getW().getAffineX();
        BigInteger y = key.getW().getAffineY();
        boolean coordinates = x.signum() >= 0 && y.signum() >= 0 && x.compareTo(p) < 0 && y.compareTo(p) < 0;
        return coordinates && y.multiply(y).subtract(x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB())).mod(p).signum() == 0;
    }
}
