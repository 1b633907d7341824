package org.openchami.auth.verify;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.keys.KeyLookup;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.keys.VerificationKey;

import io.smallrye.mutiny.Uni;

/** The keys of the trusted issuers. */
@Singleton
class KeySupply {
    private final Keys keys;

    @Inject
    KeySupply(Keys keys) {
        this.keys = keys;
    }

    Optional<VerificationKey> held(String issuerName, String kid) {
        return keys.held(issuerName, kid);
    }

    Optional<VerificationKey> only(String issuerName, String algorithm) {
        return keys.only(issuerName, algorithm);
    }

    Uni<KeyLookup> find(String issuerName, String kid, String peer) {
        return keys.find(issuerName, kid, peer);
    }
}
