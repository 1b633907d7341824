package org.openchami.auth.observe;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.ServiceIdentity;
import org.openchami.auth.identity.IdentityState;
import org.openchami.auth.identity.OwnIdentity;
import org.openchami.auth.outbound.PeerRejections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How this service's own identity fares, and what its peers think of it. Peers are labelled by the names they are configured with. */
@Singleton
class IdentityMeters implements MeterBinder {
    private final ServiceIdentity identity;
    private final Map<String, LongAdder> events;
    private final PeerRejections peers;

    @Inject
    IdentityMeters(OwnIdentity identity, PeerRejections peers) {
        this(identity, identity.counts(), peers);
    }

    IdentityMeters(ServiceIdentity identity, Map<String, LongAdder> events, PeerRejections peers) {
        this.identity = identity;
        this.events = events;
        this.peers = peers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("openchami.auth.identity.usable", identity, own -> own.describe().usable() ? 1 : 0)
                .description("1 while this service holds a token for every peer, or needs none").register(registry);
        for (IdentityState state : IdentityState.values()) {
            Gauge.builder("openchami.auth.identity.state", identity, own -> own.describe().state().equals(state.text()) ? 1 : 0)
                    .description("1 for the state that this service's identity is in").tag("state", state.text()).register(registry);
        }
        Counters.show(registry, "openchami.auth.identity.events",
                "What happened to this service's identity: asking, held and failed count its token requests",
                "event", events);
        Counters.show(registry, "openchami.auth.peer.rejections", "Calls with this service's own token that the peer answered with 401",
                "peer",
                peers.rejections());
        Counters.show(registry, "openchami.auth.peer.replays", "Rejected calls that were made once more with a newer token", "peer",
                peers.replays());
    }
}
