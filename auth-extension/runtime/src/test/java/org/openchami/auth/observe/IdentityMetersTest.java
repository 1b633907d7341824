package org.openchami.auth.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.ServiceIdentity;
import org.openchami.auth.config.Configured;
import org.openchami.auth.identity.IdentityState;
import org.openchami.auth.outbound.PeerRejections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;

class IdentityMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicReference<ServiceIdentity.Description> now = new AtomicReference<>();
    private final Map<String, LongAdder> events = Map.of("held", new LongAdder(), "failed", new LongAdder());
    private final PeerRejections peers = new PeerRejections(Configured.with("openchami.auth.registration.url", "http://hydra:4445",
            "openchami.auth.peers.smd.url", "http://smd:27779"));

    private final ServiceIdentity identity = new ServiceIdentity() {
        @Override
        public Description describe() {
            return now.get();
        }

        @Override
        public Uni<Void> refresh() {
            return Uni.createFrom().voidItem();
        }
    };

    @BeforeEach
    void bind() {
        state("token held", true);
        new IdentityMeters(identity, events, peers).bindTo(registry);
    }

    private void state(String state, boolean usable) {
        now.set(new ServiceIdentity.Description("bss", "hydra", state, usable, "", Instant.EPOCH, Optional.empty(), Optional.empty()));
    }

    @Test
    void exactlyOneStateHolds() {
        for (IdentityState state : IdentityState.values()) {
            state(state.text(), true);

            assertThat(registry.find("openchami.auth.identity.state").gauges().stream().filter(gauge -> gauge.value() == 1)
                    .map(gauge -> gauge.getId().getTag("state"))).containsExactly(state.text());
        }
    }

    @Test
    void anIdentityIsUsableOrNot() {
        Gauge usable = registry.get("openchami.auth.identity.usable").gauge();
        assertThat(usable.value()).isOne();

        state("ended", false);
        assertThat(usable.value()).isZero();
    }

    @Test
    void whatHappensToItIsCounted() {
        events.get("failed").increment();

        assertThat(registry.get("openchami.auth.identity.events").tag("event", "failed").functionCounter().count()).isOne();
        assertThat(registry.get("openchami.auth.identity.events").tag("event", "held").functionCounter().count()).isZero();
    }

    @Test
    void eachPeerHasItsFiguresFromTheStart() {
        assertThat(registry.get("openchami.auth.peer.rejections").tag("peer", "smd").functionCounter().count()).isZero();
        assertThat(registry.get("openchami.auth.peer.replays").tag("peer", "smd").functionCounter().count()).isZero();

        peers.rejections().get("smd").increment();
        assertThat(registry.get("openchami.auth.peer.rejections").tag("peer", "smd").functionCounter().count()).isOne();
    }
}
