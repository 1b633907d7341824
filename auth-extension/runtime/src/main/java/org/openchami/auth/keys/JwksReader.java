package org.openchami.auth.keys;

import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Reads a JWK set (RFC 7517 section 5). What can't be used is left out key by key; one bad key never costs the others. */
final class JwksReader {
    private static final Logger LOG = Logger.getLogger(JwksReader.class);
    private static final int MIN_RSA_BITS = 2048;

    private JwksReader() {}

    /** Empty if this is no JWK set, or holds no key that can be used: such an answer never replaces a good one. */
    static Optional<Map<String, VerificationKey>> read(JsonObject json) {
        if (!(json.getValue("keys") instanceof JsonArray array)) {
            return Optional.empty();
        }
        Map<String, VerificationKey> keys = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (Object item : array) {
            if (item instanceof JsonObject jwk) {
                key(jwk).ifPresent(key -> {
                    if (keys.put(key.kid(), key) != null) {
                        twice.add(key.kid());
                    }
                });
            }
        }
        keys.keySet().removeAll(twice);
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    private static Optional<VerificationKey> key(JsonObject json) {
        String fault;
        try {
            if (!(JsonWebKey.Factory.newJwk(json.getMap()) instanceof PublicJsonWebKey jwk)) {
                fault = "it is not a public key";
            } else if (jwk.getKeyId() == null || jwk.getKeyId().isEmpty()) {
                fault = "it has no kid";
            } else if (jwk.getPrivateKey() != null) {
                fault = "it holds a private key";
            } else if (jwk.getUse() != null && !"sig".equals(jwk.getUse())) {
                fault = "its use is not sig";
            } else if (jwk.getKeyOps() != null && !jwk.getKeyOps().contains("verify")) {
                fault = "its key_ops lack verify";
            } else if (jwk.getPublicKey() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS
                    || jwk.getPublicKey() instanceof ECPublicKey ec && EllipticCurves.P256.getCurve().equals(ec.getParams().getCurve())) {
                return Optional.of(new VerificationKey(jwk.getKeyId(), jwk.getPublicKey(), jwk.getAlgorithm()));
            } else {
                fault = "it is neither RSA of " + MIN_RSA_BITS + " bits or more nor EC P-256";
            }
        } catch (JoseException | RuntimeException e) {
            fault = "it can't be read";
        }
        LOG.debugf("OCAUTH-0102 A key of the set is left out: %s", fault);
        return Optional.empty();
    }
}
