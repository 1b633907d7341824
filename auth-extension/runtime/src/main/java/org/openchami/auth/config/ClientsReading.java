package org.openchami.auth.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads which services may call, from where, and with what. */
final class ClientsReading {
    private static final String PREFIX = SettingsProducer.PREFIX + "clients.";
    private static final Set<String> ORIGINS = Set.of("node", "service", "unknown", "user");
    private static final String THUMBPRINT = "[A-Za-z0-9_-]{43}";

    private final AuthConfig config;
    private final Reading reading;
    private final Map<String, List<Cidr>> networks = new LinkedHashMap<>();

    ClientsReading(AuthConfig config, Reading reading) {
        this.config = config;
        this.reading = reading;
        config.networks().forEach((name, list) -> networks.put(name, reading.networks(SettingsProducer.PREFIX + "networks." + name, list)));
    }

    /** @param issuers the names of those that are trusted */
    Map<String, Settings.Client> read(Set<String> issuers) {
        Map<String, Settings.Client> clients = new LinkedHashMap<>();
        config.clients().forEach((id, client) -> {
            String key = PREFIX + id;
            Optional<URI> jwks = client.jwks()
                    .map(url -> reading.base(key + ".jwks", Optional.of(url), "http://" + id + ":27778/q/auth/jwks.json"));
            Set<String> origins = Set.copyOf(client.origins().orElse(List.of()));
            if (!ORIGINS.containsAll(origins)) {
                reading.wrong(key + ".origins", "'" + String.join(",", origins) + "' has a word that is no kind of origin",
                        "Use node, service, user and unknown");
            }
            Set<String> thumbprints = Set.copyOf(client.keyThumbprints().orElse(List.of()));
            if (!thumbprints.stream().allMatch(thumbprint -> thumbprint.matches(THUMBPRINT))) {
                reading.wrong(key + ".key-thumbprints", "one is no RFC 7638 SHA-256 thumbprint", "Use 43 letters of base64url each");
            }
            if (!issuers.contains(client.issuer())) {
                reading.wrong(key + ".issuer", "there is no issuer '" + client.issuer() + "'", "Name one of " + String.join(", ", issuers));
            }
            clients.put(id, new Settings.Client(id, jwks, Set.copyOf(client.scopes().orElse(List.of())), origins,
                    client.addresses().map(list -> addresses(key + ".addresses", list)), client.access(), thumbprints, client.issuer()));
        });
        return Map.copyOf(clients);
    }

    private List<Cidr> addresses(String key, List<String> words) {
        return words.stream().map(String::strip).flatMap(word -> networks.containsKey(word)
                ? networks.get(word).stream()
                : word.indexOf('/') < 0 ? unknown(key, word) : reading.networks(key, List.of(word)).stream()).toList();
    }

    private Stream<Cidr> unknown(String key, String word) {
        reading.wrong(key, "there is no network '" + word + "'", "Use CIDR notation, or set openchami.auth.networks." + word);
        return Stream.empty();
    }
}
