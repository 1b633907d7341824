package org.openchami.auth.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads whom this service may call. */
final class PeersReading {
    private static final String PREFIX = SettingsProducer.PREFIX + "peers.";

    private final AuthConfig config;
    private final Reading reading;

    PeersReading(AuthConfig config, Reading reading) {
        this.config = config;
        this.reading = reading;
    }

    Map<String, Settings.Peer> read() {
        Map<String, Settings.Peer> peers = new LinkedHashMap<>();
        config.peers().forEach((name, peer) -> peers.put(name,
                new Settings.Peer(name, reading.origin(PREFIX + name + ".url", peer.url(), "http://" + name + ":27779"),
                        peer.audience().orElse(name), Set.copyOf(peer.scopes().orElse(List.of(name + ".read"))), basic(name, peer))));
        Map<String, String> owners = new HashMap<>();
        peers.values().forEach(peer -> {
            String other = owners.putIfAbsent(Origins.of(peer.origin()), peer.name());
            if (other != null && !peer.origin().equals(Reading.MISSING)) {
                reading.wrong(PREFIX + peer.name() + ".url", "it is the origin of peer '" + other + "', too", "Make them one peer");
            }
        });
        return Map.copyOf(peers);
    }

    private Optional<Settings.Basic> basic(String name, PeerConfig peer) {
        String key = PREFIX + name;
        Optional<SecretSource> password = reading.secret(key + ".password", peer.password(), peer.passwordFile());
        boolean basic = peer.authentication() == PeerConfig.Authentication.BASIC;
        if (!basic && (password.isPresent() || peer.username().isPresent())) {
            reading.wrong(key + ".authentication", "it is bearer, and a user name or password is set",
                    "Set it to basic, or remove these keys");
        }
        if (basic && (password.isEmpty() || peer.username().filter(user -> !user.contains(":")).isEmpty())) {
            reading.wrong(key + ".username", "basic needs a user name without a colon, and a password",
                    "Set username and password-file");
            return Optional.empty();
        }
        return basic ? Optional.of(new Settings.Basic(peer.username().orElseThrow(), password.orElseThrow())) : Optional.empty();
    }
}
