package org.openchami.bss.client;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

import org.openchami.bss.domain.NetworkInterface;
import org.openchami.bss.domain.Node;
import org.openchami.bss.domain.NodeKey;
import org.openchami.bss.domain.NodeMatch;

import io.smallrye.mutiny.Uni;

/** For booting nodes only: a user must see what smd shows that user, so never what is held here. */
@ApplicationScoped
@Typed(CachedInventory.class)
public class CachedInventory implements Inventory {
    private final LiveInventory live;
    private final FactCache<NodeKey, NodeMatch> matches;
    private final FactCache<String, List<NetworkInterface>> interfaces;
    private final FactCache<String, Node> nodes;

    CachedInventory(LiveInventory live, NodesConfig config, Clock clock) {
        this.live = live;
        this.matches = new FactCache<>(config, clock);
        this.interfaces = new FactCache<>(config, clock);
        this.nodes = new FactCache<>(config, clock);
    }

    @Override
    public Uni<Optional<NodeMatch>> find(NodeKey key) {
        return key.kind() == NodeKey.Kind.NAME ? live.find(key) : matches.get(key, live::find);
    }

    @Override
    public Uni<List<NetworkInterface>> interfaces(String xname) {
        return interfaces.get(xname, it -> live.interfaces(it).map(found -> found.isEmpty() ? Optional.empty() : Optional.of(found)))
                .map(found -> found.orElse(List.of()));
    }

    @Override
    public Uni<Optional<Node>> node(String xname) {
        return nodes.get(xname, live::node);
    }
}
