package org.openchami.auth.rights;

import java.security.PublicKey;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The SHA-256 thumbprint of a key (RFC 7638), as pins have it. */
final class KeyThumbprint {
    private KeyThumbprint() {}

    /** Empty text, which is no thumbprint, for a key that has no form as a JWK. */
    static String of(PublicKey key) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(key).calculateBase64urlEncodedThumbprint("SHA-256");
        } catch (JoseException e) {
            return "";
        }
    }
}
