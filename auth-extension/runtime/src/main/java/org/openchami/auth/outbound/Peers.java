package org.openchami.auth.outbound;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.PeerRefusedException;
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
        return settings.peers().values().stream().filter(peer -> same(peer.origin(), address)).findFirst()
                .orElseThrow(() -> new PeerRefusedException(
                        address.getScheme() + "://" + address.getHost() + ":" + port(address) + " is none of openchami.auth.peers"));
    }

    private static boolean same(URI origin, URI address) {
        return origin.getScheme().equalsIgnoreCase(address.getScheme()) && origin.getHost().equalsIgnoreCase(address.getHost())
                && port(origin) == port(address) && address.getRawUserInfo() == null;
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
