package org.openchami.auth.inbound;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/**
 * Where a request really comes from: the connection's address, unless that is a trusted proxy; then what the proxy says, read from the right,
 * until an address that is no trusted proxy. What stands further left was written by whoever is behind it, and is not believed. Empty if it is not
 * known, as where the proxy says what is no address.
 */
@Singleton
class SourceAddress {
    /** Is in no network. */
    private static final String UNKNOWN = "";

    private final Settings settings;

    @Inject
    SourceAddress(Settings settings) {
        this.settings = settings;
    }

    String of(HttpServerRequest request) {
        // the connection's, whatever a setting of Quarkus lets others say of it
        SocketAddress peer = request.connection().remoteAddress();
        String address = peer == null || peer.hostAddress() == null ? UNKNOWN : peer.hostAddress();
        if (settings.trustedProxies().isEmpty()) {
            return address;
        }
        List<String> hops = new ArrayList<>();
        for (String header : request.headers().getAll("X-Forwarded-For")) {
            for (String hop : header.split(",")) {
                if (!hop.isBlank()) {
                    hops.add(hop.strip());
                }
            }
        }
        for (int i = hops.size() - 1; i >= 0 && trusted(address); i--) {
            if (!NetUtil.isValidIpV4Address(hops.get(i)) && !NetUtil.isValidIpV6Address(hops.get(i))) {
                // somebody is behind the proxy, who must not pass for the proxy
                return UNKNOWN;
            }
            address = hops.get(i);
        }
        return address;
    }

    /** Whether a trusted proxy brought the request. */
    boolean throughProxy(HttpServerRequest request) {
        SocketAddress peer = request.connection().remoteAddress();
        return peer != null && peer.hostAddress() != null && trusted(peer.hostAddress());
    }

    private boolean trusted(String address) {
        return settings.trustedProxies().stream().anyMatch(network -> network.contains(address));
    }
}
