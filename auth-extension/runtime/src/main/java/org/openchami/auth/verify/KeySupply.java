package org.openchami.auth.verify;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Issuer;
import org.openchami.auth.keys.KeyLookup;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.keys.VerificationKey;

import io.smallrye.mutiny.Uni;

/** The keys of the trusted issuers, as far as they are served: those of the main one. */
@Singleton
class KeySupply {
    private final Keys keys;

    @Inject
    KeySupply(Keys keys) {
        this.keys = keys;
    }

    Optional<VerificationKey> held(String issuerName, String kid) {
        return Issuer.MAIN.equals(issuerName)
                && keys.ofAuthority(kid).subscribeAsCompletionStage().getNow(null) instanceof KeyLookup.Found found
                        ? Optional.of(found.key())
                        : Optional.empty();
    }

    Optional<VerificationKey> only(String issuerName, String algorithm) {
        return Optional.empty();
    }

    Uni<KeyLookup> find(String issuerName, String kid, String peer) {
        return Issuer.MAIN.equals(issuerName) ? keys.ofAuthority(kid) : Uni.createFrom().item(new KeyLookup.Unknown());
    }
}
