package org.openchami.auth.keys;

import java.security.PublicKey;
import java.util.Optional;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The SHA-256 thumbprint of a key (RFC 7638) in base64url, as pins have it: what tells the key, whatever its id. */
public final class KeyThumbprint {
    private KeyThumbprint() {}

    /** Empty for a key that has no form as a JWK. */
    public static Optional<String> of(PublicKey key) {
        try {
            return Optional.of(PublicJsonWebKey.Factory.newPublicJwk(key).calculateBase64urlEncodedThumbprint("SHA-256"));
        } catch (JoseException e) {
            return Optional.empty();
        }
    }
}
