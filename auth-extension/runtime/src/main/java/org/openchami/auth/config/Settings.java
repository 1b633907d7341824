package org.openchami.auth.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The configuration after it was checked: immutable, and complete. {@code authority} and the peers' origins have no trailing slash.
 *
 * @param service this service's name: its client id, and the audience its callers name
 * @param issuers whose tokens are trusted; the first, {@link Issuer#MAIN}, is the authority
 * @param own how this service is known at the authority itself
 * @param resource this service's address as its clients write it (RFC 9728)
 */
public record Settings(String service, URI authority, String clusterAudience, List<Issuer> issuers, OwnClient own, StoreSettings store,
        Map<String, Peer> peers, Map<String, Client> clients, UnknownClients unknownClients, KeySettings keys, TokenSettings token,
        ContextConfig.Mode contextMode, Enforcement mode, List<RouteRule> routes, List<CertificateRule> certificates,
        Optional<URI> resource, List<Cidr> trustedProxies, Optional<String> tls) {

    /** A service that may be called; with a user name and a password where it knows no tokens. */
    public record Peer(String name, URI origin, String audience, Set<String> scopes, Optional<Basic> basic) {}

    /** A user name and a password (RFC 7617). */
    public record Basic(String username, SecretSource password) {}

    /** A service that may call: from these addresses (empty: from anywhere), with these keys (none: with any that it publishes). */
    public record Client(String id, Optional<URI> jwks, Set<String> scopes, Set<String> origins, Optional<List<Cidr>> addresses,
            ClientConfig.Access access, Set<String> keyThumbprints, String issuer) {

        /** Whether it may prove itself with the key of this thumbprint (RFC 7638). */
        public boolean mayUse(String thumbprint) {
            return keyThumbprints.isEmpty() || keyThumbprints.contains(thumbprint);
        }
    }

    /** Where the identity is kept, and the key that it is encrypted with there. */
    public record StoreSettings(StoreConfig.Kind kind, Path directory, Optional<SecretSource> key) {}

    /** The authority's key set; the times of all key sets, and whether they are kept on disk. */
    public record KeySettings(URI url, Duration refresh, Duration pause, Duration stale, boolean onDisk, int maxWaiting) {

        /** The same where the authority's own entry among the issuers says another address. */
        KeySettings at(KeyOrigin origin) {
            return origin instanceof KeyOrigin.At there
                    ? new KeySettings(there.address(), refresh, pause, stale, onDisk, maxWaiting)
                    : this;
        }
    }

    /** What every token must fulfil, and how many are remembered, how long. */
    public record TokenSettings(Duration skew, int maxSize, int cacheSize, Duration cacheMaxAge) {}

    public URI tokenEndpoint() {
        return URI.create(authority + "/oauth2/token");
    }

    /** The peers that are shown tokens. */
    public Map<String, Peer> tokenPeers() {
        return peers.values().stream().filter(peer -> peer.basic().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Peer::name, Function.identity()));
    }

    /** Whether this service shows anybody a token of its own, and so needs an identity. */
    public boolean speaks() {
        return peers.values().stream().anyMatch(peer -> peer.basic().isEmpty());
    }

    /** Whether a token or a context for this audience is meant for us. */
    public boolean isOurs(String audience) {
        return service.equals(audience) || clusterAudience.equals(audience);
    }
}
