package org.openchami.auth.outbound;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.openchami.auth.config.Settings;
import org.openchami.auth.secret.BearerToken;

/** How often peers refused this service's own tokens. Each peer has its figures from the start; a line is logged once a new token, not a call. */
@Singleton
public class PeerRejections {
    private static final Logger LOG = Logger.getLogger(PeerRejections.class);

    private final Map<String, LongAdder> rejections;
    private final Map<String, LongAdder> replays;
    private final Map<String, String> told = new ConcurrentHashMap<>();

    @Inject
    public PeerRejections(Settings settings) {
        rejections = settings.peers().keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), peer -> new LongAdder()));
        replays = settings.peers().keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), peer -> new LongAdder()));
    }

    void rejected(String peer) {
        rejections.get(peer).increment();
    }

    void replayed(String peer) {
        replays.get(peer).increment();
    }

    void renewed(String peer, BearerToken token) {
        String hash = token.hash();
        if (!hash.equals(told.put(peer, hash))) {
            LOG.warnf(
                    "OCAUTH-0215 '%s' refused our token, and a newer one is held now. If this comes again and again, the two don't agree on "
                            + "the authority, the audience or the time",
                    peer);
        }
    }

    /** Calls that a peer answered with 401, by peer. */
    public Map<String, LongAdder> rejections() {
        return rejections;
    }

    /** Those of them that were made a second time, with a newer token. */
    public Map<String, LongAdder> replays() {
        return replays;
    }
}
