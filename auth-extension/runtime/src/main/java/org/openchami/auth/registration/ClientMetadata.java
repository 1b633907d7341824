package org.openchami.auth.registration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.openchami.auth.config.OwnClient;
import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.SigningKey;

/**
 * What we register as (RFC 7591 section 2): one client for client credentials, proven by our keys or our secret.
 *
 * @param refreshes whether an operator gave us a refresh token, which only a client with that grant may use
 * @param keys the public halves of these are registered, where a key proves us; the algorithm of the first is the one we sign with
 */
public record ClientMetadata(String clientId, Set<String> scopes, Set<String> audiences, Authentication authentication,
        boolean refreshes, List<SigningKey> keys) {
    private static final String CREDENTIALS = "client_credentials";
    private static final String REFRESH = "refresh_token";

    public ClientMetadata {
        scopes = new TreeSet<>(scopes);
        audiences = new TreeSet<>(audiences);
        keys = List.copyOf(keys);
    }

    /** All that the configured peers may ask of us, no more. */
    public static ClientMetadata of(Settings settings, List<SigningKey> keys) {
        Set<String> scopes = new TreeSet<>();
        Set<String> audiences = new TreeSet<>();
        settings.tokenPeers().values().forEach(peer -> {
            scopes.addAll(peer.scopes());
            audiences.add(peer.audience());
        });
        OwnClient own = settings.own();
        return new ClientMetadata(own.clientId(), scopes, audiences, own.authentication(), own.refreshToken().isPresent(),
                own.provenByKey() ? keys : List.of());
    }

    /** The grants that we use (RFC 7591 section 2, {@code grant_types}). */
    public List<String> grants() {
        return refreshes ? List.of(CREDENTIALS, REFRESH) : List.of(CREDENTIALS);
    }

    /** Tells one configuration from another: the same text means that nothing would change. Keys are no part of it: they change by rotation. */
    public String fingerprint() {
        String algorithm = keys.isEmpty() ? "" : keys.get(0).algorithm().name();
        // without a refresh token as it always was: a newer version of ours is no other configuration
        return String.join(" ", clientId, String.join(",", scopes), String.join(",", audiences), authentication.name(), algorithm)
                + (refreshes ? " " + REFRESH : "");
    }
}
