package org.openchami.auth.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.runtime.Startup;

/** Checks the configuration once, at the start, and stops it with one message if anything is wrong. */
@Singleton
class SettingsProducer {
    static final String PREFIX = "openchami.auth.";
    private static final Duration MAX_SKEW = Duration.ofMinutes(2);
    /** What Hydra's management paths can address (no slash), and what needs no escaping anywhere. */
    static final String NAME = "[A-Za-z0-9._@:-]{1,255}";

    @Produces
    @Singleton
    @Startup
    Settings settings(AuthConfig config) {
        return settings(config, ConfigProvider.getConfig().getOptionalValue("quarkus.application.name", String.class));
    }

    Settings settings(AuthConfig config, Optional<String> name) {
        Reading reading = new Reading();
        String service = name.orElse("");
        if (!service.matches(NAME)) {
            reading.wrong("quarkus.application.name", "'" + service + "' can't be a client id", "Use letters, digits and ._@:- only");
        }
        var authority = reading.base(PREFIX + "authority", config.authority(), "http://hydra:4444");
        Map<String, Settings.Peer> peers = new PeersReading(config, reading).read();
        OwnClient own = new OwnClientReading(config, reading).read(service,
                peers.values().stream().filter(peer -> peer.basic().isEmpty()).toList(),
                authority);
        var store = store(config.store(), reading);
        var keys = keys(config.keys(), authority, store.kind() == StoreConfig.Kind.FILE, reading);
        var token = token(config.token(), reading);
        List<Issuer> issuers = new IssuersReading(config, reading, service).read(keys.url());
        var clients = new ClientsReading(config, reading).read(issuers.stream().map(Issuer::name).collect(Collectors.toUnmodifiableSet()));
        var routes = new RoutesReading(config, reading).read();
        var certificates = new CertificatesReading(config, reading).read();
        var proxies = reading.networks(PREFIX + "trusted-proxies", config.trustedProxies().orElse(List.of()));
        var resource = config.resource().map(url -> reading.base(PREFIX + "resource", Optional.of(url), "https://smd.cluster:27779"));
        reading.stopIfWrong();
        return new Settings(service, authority, config.clusterAudience(), issuers, own, store, peers, clients, config.unknownClients(),
                keys.at(issuers.get(0).keys()),
                token, config.context().mode(), config.mode(), routes, certificates, resource, proxies, config.tlsConfigurationName());
    }

    private static Settings.StoreSettings store(StoreConfig store, Reading reading) {
        Optional<SecretSource> key = reading.secret(PREFIX + "store.key", store.key(), store.keyFile());
        return new Settings.StoreSettings(store.kind(), Path.of(store.directory()).toAbsolutePath(), key);
    }

    private static Settings.KeySettings keys(KeysConfig keys, URI authority, boolean files, Reading reading) {
        String usual = authority + "/.well-known/jwks.json";
        Duration least = Duration.ofMillis(1);
        reading.duration(PREFIX + "keys.refresh", keys.refresh(), Duration.ofSeconds(1), "60S");
        reading.duration(PREFIX + "keys.pause", keys.pause(), least, "1S");
        reading.duration(PREFIX + "keys.stale", keys.stale(), least, "24H");
        if (keys.maxWaiting() <= 0) {
            reading.wrong(PREFIX + "keys.max-waiting", keys.maxWaiting() + " callers are none", "Use 1024");
        }
        return new Settings.KeySettings(
                keys.url().isPresent() ? reading.address(PREFIX + "keys.url", keys.url(), usual) : URI.create(usual), keys.refresh(),
                keys.pause(), keys.stale(), keys.onDisk() && files, keys.maxWaiting());
    }

    private static Settings.TokenSettings token(TokenConfig token, Reading reading) {
        if (token.skew().isNegative() || token.skew().compareTo(MAX_SKEW) > 0) {
            reading.wrong(PREFIX + "token.skew", "it is not between 0 and 2 minutes", "Use 30S, and set the clocks by NTP");
        }
        if (token.maxSize() <= 0) {
            reading.wrong(PREFIX + "token.max-size", token.maxSize() + " bytes hold no token", "Use 8192");
        }
        if (token.cacheSize() < 0) {
            reading.wrong(PREFIX + "token.cache-size", token.cacheSize() + " is less than none", "Use 10000, or 0 for no cache");
        }
        reading.duration(PREFIX + "token.cache-max-age", token.cacheMaxAge(), Duration.ofSeconds(1), "5M");
        return new Settings.TokenSettings(token.skew(), token.maxSize(), token.cacheSize(), token.cacheMaxAge());
    }
}
