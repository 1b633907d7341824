package org.openchami.auth.rights;

import java.util.List;
import java.util.Optional;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.openchami.auth.secret.CompactForm;
import org.openchami.auth.verify.StrictJson;

import com.fasterxml.jackson.databind.JsonNode;

/** What a DPoP proof (RFC 9449 section 4.2) says; nothing of it is to be believed before its signature was checked. */
record DpopProof(String text, JsonNode header, JsonNode claims) {
    /** The signatures that a proof may have, as a challenge lists them. */
    static final List<String> ALGORITHMS = List.of("ES256", "ES384", "PS256", "RS256", "EdDSA");

    private static final AlgorithmConstraints ALLOWED = new AlgorithmConstraints(ConstraintType.PERMIT,
            ALGORITHMS.toArray(String[]::new));
    private static final int LONGEST = 4096;

    /** Empty if this is no JWS in compact form that is strictly written. */
    static Optional<DpopProof> of(String text) {
        Optional<List<byte[]>> parts = text.length() > LONGEST ? Optional.empty() : CompactForm.parts(text);
        return parts.flatMap(found -> StrictJson.object(found.get(0))
                .flatMap(header -> StrictJson.object(found.get(1)).map(claims -> new DpopProof(text, header, claims))));
    }

    /** A claim of one word; empty if it is anything else. */
    Optional<String> word(String claim) {
        JsonNode value = claims.get(claim);
        return value != null && value.isTextual() && !value.textValue().isEmpty() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** Costs a signature check. */
    boolean signedBy(ProofKey key) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(ALLOWED);
            jws.setCompactSerialization(text);
            jws.setKey(key.key());
            return jws.verifySignature();
        } catch (JoseException | RuntimeException e) {
            return false;
        }
    }
}
