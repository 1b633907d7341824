package org.openchami.auth.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration after it was checked: immutable, and complete. {@code authority} and the peers' origins have no trailing slash.
 *
 * @param service this service's name: its client id, and the audience its callers name
 * @param own how this service is known at the authority itself
 */
public record Settings(String service, URI authority, String issuer, String clusterAudience, OwnClient own,
        StoreSettings store, Map<String, Peer> peers, Map<String, Client> clients, KeySettings keys, Duration skew,
        int maxTokenSize, ContextConfig.Mode contextMode, List<Cidr> trustedProxies, Optional<String> tls) {

    /** A service that may be called. */
    public record Peer(String name, URI origin, String audience, Set<String> scopes) {}

    /** A service that may call. */
    public record Client(String id, Optional<URI> jwks, Set<String> scopes, Set<String> origins) {}

    /** Where the identity is kept, and the key that it is encrypted with there. */
    public record StoreSettings(StoreConfig.Kind kind, Path directory, Optional<SecretSource> key) {}

    /** The authority's key set, its times, and whether it is kept on disk. */
    public record KeySettings(URI url, Duration refresh, Duration pause, Duration stale, boolean onDisk) {}

    public URI tokenEndpoint() {
        return URI.create(authority + "/oauth2/token");
    }

    /** Whether this service calls anybody, and so needs an identity of its own. */
    public boolean speaks() {
        return !peers.isEmpty();
    }

    /** Whether a token or a context for this audience is meant for us. */
    public boolean isOurs(String audience) {
        return service.equals(audience) || clusterAudience.equals(audience);
    }
}
