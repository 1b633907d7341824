package org.openchami.auth.verify;

import org.openchami.auth.keys.Algorithm;

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

    @Override
    public String toString() {
        return "Candidate[***]";
    }
}
