package org.openchami.auth.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads which authorities are trusted, the main one among them, and refuses what would let one speak for another. */
final class IssuersReading {
    private static final String PREFIX = SettingsProducer.PREFIX + "issuers.";
    private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
            "EdDSA");
    private static final Duration LEAST_LIFETIME = Duration.ofSeconds(1);

    private final AuthConfig config;
    private final Reading reading;
    private final Set<String> ours;

    IssuersReading(AuthConfig config, Reading reading, String service) {
        this.config = config;
        this.reading = reading;
        this.ours = Set.copyOf(new LinkedHashSet<>(List.of(service, config.clusterAudience())));
    }

    /**
     * The main authority comes first.
     *
     * @param main where the keys of the main authority are, unless its own entry says otherwise
     */
    List<Issuer> read(URI main) {
        Map<String, IssuerConfig> all = new LinkedHashMap<>();
        all.put(Issuer.MAIN, config.issuers().get(Issuer.MAIN));
        new TreeMap<>(config.issuers()).forEach(all::putIfAbsent);
        List<Issuer> issuers = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        all.forEach((name, issuer) -> {
            boolean isMain = name.equals(Issuer.MAIN);
            Issuer read = read(name, issuer, iss(name, issuer, isMain),
                    origin(name, issuer, isMain ? Optional.of(main) : Optional.empty()));
            if (!read.iss().isEmpty() && !seen.add(read.iss())) {
                reading.wrong(PREFIX + name + ".issuer", "another issuer has the same", "Make them one: keys never cross issuers");
            }
            issuers.add(read);
        });
        return List.copyOf(issuers);
    }

    private String iss(String name, IssuerConfig issuer, boolean isMain) {
        if (isMain) {
            if (issuer.issuer().isPresent()) {
                reading.wrong(PREFIX + name + ".issuer", "the main authority's is set elsewhere", "Set openchami.auth.issuer instead");
            }
            return config.issuer().or(config::authority).orElse("");
        }
        if (issuer.issuer().isEmpty()) {
            reading.wrong(PREFIX + name + ".issuer", "it is missing", "Write the iss of its tokens, to the letter");
        }
        return issuer.issuer().orElse("");
    }

    private KeyOrigin origin(String name, IssuerConfig issuer, Optional<URI> main) {
        String key = PREFIX + name;
        long given = Stream.of(issuer.keysUrl(), issuer.discovery(), issuer.keyFile(),
                main.isPresent() ? config.keys().url() : Optional.<String>empty()).filter(Optional::isPresent).count();
        if (given > 1 || given == 0 && main.isEmpty()) {
            reading.wrong(key, given == 0 ? "nothing says where its keys are" : "several things say where its keys are",
                    "Set one of keys-url, discovery and key-file");
        }
        if (issuer.discovery().isPresent()) {
            return new KeyOrigin.Discovered(reading.base(key + ".discovery", issuer.discovery(), "https://login.example.org"));
        }
        if (issuer.keyFile().isPresent()) {
            return new KeyOrigin.InFile(Path.of(issuer.keyFile().get()).toAbsolutePath());
        }
        return new KeyOrigin.At(issuer.keysUrl().isEmpty() && main.isPresent()
                ? main.get()
                : issuer.keysUrl().isEmpty()
                        ? Reading.MISSING
                        : reading.address(key + ".keys-url", issuer.keysUrl(), "https://login.example.org/jwks.json"));
    }

    private Issuer read(String name, IssuerConfig issuer, String iss, KeyOrigin keys) {
        String key = PREFIX + name;
        Set<String> algorithms = Set.copyOf(issuer.algorithms());
        if (!ALGORITHMS.containsAll(algorithms)) {
            reading.wrong(key + ".algorithms", "'" + String.join(",", issuer.algorithms()) + "' has one that is not allowed",
                    "Use RS256, PS256, ES256, or " + "RS384, RS512, PS384, PS512, ES384, ES512, EdDSA");
        }
        Set<String> audiences = issuer.audiences().map(Set::copyOf).orElse(ours);
        reading.duration(key + ".max-lifetime", issuer.maxLifetime(), LEAST_LIFETIME, "24H");
        var paths = issuer.claims();
        if (paths.service().filter(mark -> mark.indexOf('=') < 1).isPresent()) {
            reading.wrong(key + ".claims.service", "it is not a path and a value", "Write path=value, for example kind=service");
        }
        if (paths.service().isPresent() && paths.clientId().isEmpty()) {
            reading.wrong(key + ".claims.client-id", "it is missing, and claims.service is set", "Name the claim that holds the client id");
        }
        return new Issuer(name, iss, keys, algorithms, audiences, issuer.profile(),
                new ClaimPaths(paths.subject(), paths.clientId(), paths.scopes(), paths.groups(), paths.service()),
                reading.instant(key + ".not-before", issuer.notBefore()),
                issuer.notBeforeFile().map(file -> Path.of(file).toAbsolutePath()),
                issuer.maxLifetime(), issuer.kidOptional());
    }
}
