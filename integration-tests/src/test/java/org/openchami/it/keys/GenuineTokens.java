package org.openchami.it.keys;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;

/**
 * Tokens that can be verified with what Hydra itself publishes. One that Hydra v2.3 issues in the instant in which a key is added can name the new
 * key and be signed with the old one: nobody can verify it, so nobody is asked to.
 */
final class GenuineTokens {
    private final Hydra hydra;
    private final AtomicInteger spurious = new AtomicInteger();

    GenuineTokens(Hydra hydra) {
        this.hydra = hydra;
    }

    /** The first of those that are granted which can be verified. */
    String from(Supplier<String> grant) {
        String token = grant.get();
        while (!verifies(token)) {
            spurious.incrementAndGet();
            token = grant.get();
        }
        return token;
    }

    /** How many could not be verified. */
    int spurious() {
        return spurious.get();
    }

    private boolean verifies(String token) {
        try {
            JsonWebKeySet keys = new JsonWebKeySet(
                    Call.to(hydra.publicUrl(), "/.well-known/jwks.json").get().expect(200, "GET jwks").body());
            JsonWebKey key = keys.findJsonWebKey(TokenHeader.kid(token), null, null, null);
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
            signature.setCompactSerialization(token);
            signature.setKey(key.getKey());
            return signature.verifySignature();
        } catch (JoseException e) {
            throw new IllegalStateException("Hydra's keys can't be read", e);
        }
    }
}
