package org.openchami.auth.registration;

import java.time.Instant;
import java.util.Optional;

import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.KeyRing;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.secret.Secret;

/** Identities as they are stored, and the settings of a service that calls one peer. */
final class Identities {

    private Identities() {}

    /** An instance that has a key, and has chosen its id. */
    static StoredIdentity keyed(String instance, String clientId) {
        return keyed(instance, clientId, SigningKey.generate());
    }

    static StoredIdentity keyed(String instance, String clientId, SigningKey key) {
        return StoredIdentity.fresh(instance, KeyRing.of(key, Instant.EPOCH)).with(StoredClient.named(clientId));
    }

    /** An instance that has a secret. */
    static StoredIdentity secret(String instance, String clientId, String secret) {
        return keyed(instance, clientId).with(new ClientSecret(Secret.of(secret), Instant.EPOCH, Optional.empty()));
    }

    /** The same identity after the authority acknowledged it. */
    static StoredIdentity after(Acknowledged acknowledged, StoredIdentity identity) {
        Optional<Secret> token = acknowledged.registrationAccessToken()
                .or(() -> identity.client().flatMap(StoredClient::registrationAccessToken));
        StoredIdentity next = identity.with(new StoredClient(acknowledged.clientId(), Optional.of("acknowledged"), token, false));
        return acknowledged.secret().map(next::with).orElse(next);
    }

    static ClientMetadata metadata(Settings settings, StoredIdentity identity) {
        return ClientMetadata.of(settings, identity.keys().all());
    }

    /** Service bss, which calls smd, with what these pairs of key and value add or change. */
    static Settings bss(String url, String... pairs) {
        String[] all = new String[pairs.length + 6];
        System.arraycopy(new String[]{"quarkus.application.name", "bss", "openchami.auth.registration.url", url,
                "openchami.auth.peers.smd.url", "http://smd:27779"}, 0, all, 0, 6);
        System.arraycopy(pairs, 0, all, 6, pairs.length);
        return Configured.with(all);
    }
}
