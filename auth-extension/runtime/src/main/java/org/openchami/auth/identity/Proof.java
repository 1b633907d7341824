package org.openchami.auth.identity;

import java.time.Clock;
import java.util.UUID;

import org.openchami.auth.config.OwnClient;
import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.RegistrationConfig.Kind;
import org.openchami.auth.config.SecretSource;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.KeyAlgorithm;
import org.openchami.auth.credential.KeyFile;
import org.openchami.auth.credential.KeyRing;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.secret.SecretFile;

/** What proves us: keys and secrets that we made ourselves, or those that an operator gave us, read anew each time. All of it blocks. */
class Proof {
    private final OwnClient own;
    private final Clock clock;
    private volatile SigningKey given;

    Proof(OwnClient own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    /** A new identity, of which the authority has not heard. */
    StoredIdentity first() {
        return completed(StoredIdentity.fresh(UUID.randomUUID().toString(), KeyRing.of(key(), clock.instant())));
    }

    /** What is stored, with what the configuration of today needs beside it. */
    StoredIdentity completed(StoredIdentity stored) {
        boolean secretMissing = own.kind() == Kind.HYDRA && !own.provenByKey() && stored.secret().isEmpty();
        StoredIdentity proven = secretMissing ? stored.with(ClientSecret.generate(clock.instant())) : stored;
        boolean named = proven.client().filter(client -> client.id().equals(own.clientId())).isPresent();
        return named || own.kind() != Kind.HYDRA ? proven : proven.with(StoredClient.named(own.clientId()));
    }

    /** A new key of the configured kind. */
    SigningKey key() {
        return SigningKey.generate(algorithm());
    }

    KeyAlgorithm algorithm() {
        return KeyAlgorithm.valueOf(own.algorithm().name());
    }

    /** The keys that sign for us: the operator's, if there is one. */
    KeyRing keys(StoredIdentity identity) {
        SigningKey key = given;
        return key == null ? identity.keys() : KeyRing.of(key, identity.keys().since());
    }

    /** The first of them. Asked for with every call: nothing is made for the answer. */
    SigningKey signingKey(StoredIdentity identity) {
        SigningKey key = given;
        return key == null ? identity.keys().current() : key;
    }

    /** Reads what the operator gave us. */
    void refresh() {
        own.keyFile().ifPresent(file -> given = KeyFile.read(file, own.keyPasswordFile()));
    }

    ClientProof prove(StoredIdentity identity) {
        String id = own.given() ? own.clientId() : identity.client().orElseThrow().id();
        refresh();
        if (own.authentication() == Authentication.PRIVATE_KEY_JWT) {
            return ClientProof.assertion(keys(identity).current(), id, own.assertionAudience(), clock);
        }
        Secret secret = own.secret().map(Proof::read).or(() -> identity.secret().map(ClientSecret::value)).orElseThrow();
        return own.authentication() == Authentication.CLIENT_SECRET_BASIC ? ClientProof.basic(id, secret) : ClientProof.post(id, secret);
    }

    static Secret read(SecretSource source) {
        return source instanceof SecretSource.InFile file ? SecretFile.read(file.path()) : Secret.of(((SecretSource.Value) source).value());
    }
}
