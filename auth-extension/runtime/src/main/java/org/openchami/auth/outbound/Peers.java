package org.openchami.auth.outbound;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.PeerRefusedException;
import org.openchami.auth.config.Origins;
import org.openchami.auth.config.Settings;

/** Which peer an address belongs to, by its exact origin (RFC 6454 section 4). */
@Singleton
class Peers {
    private final Settings settings;

    @Inject
    Peers(Settings settings) {
        this.settings = settings;
    }

    Settings.Peer at(URI address) {
        String origin = Origins.of(address);
        return settings.peers().values().stream()
                .filter(peer -> address.getRawUserInfo() == null && Origins.of(peer.origin()).equals(origin))
                .findFirst().orElseThrow(() -> new PeerRefusedException(origin + " is none of openchami.auth.peers"));
    }
}
