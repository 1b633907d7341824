package org.openchami.auth.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.Startup;

/** Checks the configuration once, at the start, and stops it with one message if anything is wrong. */
@Singleton
class SettingsProducer {
    static final String PREFIX = "openchami.auth.";
    private static final Duration MAX_SKEW = Duration.ofMinutes(2);
    /** What Hydra's management paths can address (no slash), and what needs no escaping anywhere. */
    static final String NAME = "[A-Za-z0-9._@:-]{1,255}";
    private static final Set<String> ORIGINS = Set.of("node", "service", "unknown", "user");

    @Produces
    @Singleton
    @Startup
    Settings settings(AuthConfig config, @ConfigProperty(name = "quarkus.application.name") Optional<String> name) {
        Reading reading = new Reading();
        String service = name.orElse("");
        if (!service.matches(NAME)) {
            reading.wrong("quarkus.application.name", "'" + service + "' can't be a client id", "Use letters, digits and ._@:- only");
        }
        var authority = reading.base(PREFIX + "authority", config.authority(), "http://hydra:4444");
        Map<String, Settings.Peer> peers = peers(config, reading);
        OwnClient own = new OwnClientReading(config, reading).read(service, peers.values(), authority);
        var store = store(config.store(), reading);
        if (config.token().skew().isNegative() || config.token().skew().compareTo(MAX_SKEW) > 0) {
            reading.wrong(PREFIX + "token.skew", "it is not between 0 and 2 minutes", "Use 30S, and set the clocks by NTP");
        }
        times(config, reading);
        var clients = clients(config, reading);
        var proxies = proxies(config, reading);
        var keys = new Settings.KeySettings(
                config.keys().url().isPresent()
                        ? reading.base(PREFIX + "keys.url", config.keys().url(), authority + "/.well-known/jwks.json")
                        : URI.create(authority + "/.well-known/jwks.json"),
                config.keys().refresh(), config.keys().pause(), config.keys().stale(),
                config.keys().onDisk() && store.kind() == StoreConfig.Kind.FILE);
        reading.stopIfWrong();
        return new Settings(service, authority, config.issuer().orElseGet(() -> config.authority().orElseThrow()), config.clusterAudience(),
                own, store, peers, clients, keys, config.token().skew(), config.token().maxSize(),
                config.context().mode(), proxies, config.tlsConfigurationName());
    }

    private static Settings.StoreSettings store(StoreConfig store, Reading reading) {
        Optional<SecretSource> key = reading.secret(PREFIX + "store.key", store.key(), store.keyFile());
        return new Settings.StoreSettings(store.kind(), Path.of(store.directory()).toAbsolutePath(), key);
    }

    private static void times(AuthConfig config, Reading reading) {
        Duration least = Duration.ofMillis(1);
        reading.duration(PREFIX + "keys.refresh", config.keys().refresh(), Duration.ofSeconds(1), "60S");
        reading.duration(PREFIX + "keys.pause", config.keys().pause(), least, "1S");
        reading.duration(PREFIX + "keys.stale", config.keys().stale(), least, "24H");
        if (config.token().maxSize() <= 0) {
            reading.wrong(PREFIX + "token.max-size", config.token().maxSize() + " bytes hold no token", "Use 8192");
        }
    }

    private static Map<String, Settings.Peer> peers(AuthConfig config, Reading reading) {
        Map<String, Settings.Peer> peers = new LinkedHashMap<>();
        config.peers().forEach((name, peer) -> peers.put(name,
                new Settings.Peer(name, reading.origin(PREFIX + "peers." + name + ".url", peer.url(), "http://" + name + ":27779"),
                        peer.audience().orElse(name), set(peer.scopes().orElse(List.of(name + ".read"))))));
        Map<String, String> owners = new HashMap<>();
        peers.values().forEach(peer -> {
            String other = owners.putIfAbsent(Origins.of(peer.origin()), peer.name());
            if (other != null && !peer.origin().equals(Reading.MISSING)) {
                reading.wrong(PREFIX + "peers." + peer.name() + ".url", "it is the origin of peer '" + other + "', too",
                        "Make them one peer");
            }
        });
        return Map.copyOf(peers);
    }

    private static Map<String, Settings.Client> clients(AuthConfig config, Reading reading) {
        Map<String, Settings.Client> clients = new LinkedHashMap<>();
        config.clients().forEach((id, client) -> {
            String key = PREFIX + "clients." + id;
            var jwks = client.jwks().map(url -> reading.base(key + ".jwks", Optional.of(url), "http://" + id + ":27778/q/auth/jwks.json"));
            Set<String> origins = set(client.origins().orElse(List.of()));
            if (!ORIGINS.containsAll(origins)) {
                reading.wrong(key + ".origins", "'" + String.join(",", origins) + "' has a word that is no kind of origin",
                        "Use node, service, user and unknown");
            }
            clients.put(id, new Settings.Client(id, jwks, set(client.scopes().orElse(List.of())), origins));
        });
        return Map.copyOf(clients);
    }

    private static List<Cidr> proxies(AuthConfig config, Reading reading) {
        return config.trustedProxies().orElse(List.of()).stream().flatMap(text -> {
            try {
                return Stream.of(Cidr.of(text.strip()));
            } catch (IllegalArgumentException e) {
                reading.wrong(PREFIX + "trusted-proxies", "'" + text + "' is not a network", "Use CIDR notation, for example 127.0.0.1/32");
                return Stream.empty();
            }
        }).toList();
    }

    private static Set<String> set(Collection<String> values) {
        return Set.copyOf(values);
    }
}
