package org.openchami.auth.verify;

import java.util.Optional;

import org.openchami.auth.keys.Algorithm;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.keys.VerificationKey;

/**
 * A token of a trusted issuer that only lacks its key and its signature's proof.
 *
 * @param kid null if it names no key
 */
record Candidate(String text, UnverifiedToken token, TrustedIssuer issuer, Algorithm algorithm, String kid) {

    /** How many characters, all of them ASCII, are signed: header and payload with the dot between them. */
    int signedLength() {
        return text.lastIndexOf('.');
    }

    /** The key in memory that such a token is checked with: a verdict stands as long as it is still this one. */
    static Optional<VerificationKey> key(Keys keys, String issuerName, Algorithm algorithm, String kid) {
        return kid == null ? keys.only(issuerName, algorithm.name()) : keys.held(issuerName, kid);
    }

    @Override
    public String toString() {
        return "Candidate[***]";
    }
}
