package org.openchami.bss.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.openchami.bss.client.Inventory;
import org.openchami.bss.domain.BootConfiguration;
import org.openchami.bss.domain.NetworkInterface;
import org.openchami.bss.domain.Node;
import org.openchami.bss.domain.NodeKey;
import org.openchami.bss.domain.Selector;
import org.openchami.bss.store.BootStore;

import io.smallrye.mutiny.Uni;

/** Finds the node that asks and what it boots: what is stored for its xname, then its MAC, then its NID, then for {@code Default}. */
@ApplicationScoped
class Boots {
    private final BootStore store;

    Boots(BootStore store) {
        this.store = store;
    }

    Uni<Boot> find(NodeKey key, Inventory inventory) {
        return inventory.find(key).chain(match -> match.isEmpty()
                ? Uni.createFrom().item(Boot.UNKNOWN)
                : inventory.node(match.get().xname()).chain(node -> find(key, present(key, node), inventory)));
    }

    /** What nodes of an architecture boot that have nothing of their own. */
    Uni<BootConfiguration> unknown(String architecture) {
        return store.first(List.of(Selector.unknown(architecture))).map(found -> found.orElse(BootConfiguration.NONE));
    }

    private Uni<Boot> find(NodeKey key, Optional<Node> node, Inventory inventory) {
        return node.isEmpty()
                ? Uni.createFrom().item(Boot.UNKNOWN)
                : macs(key, node.get(), inventory).chain(macs -> store.first(selectors(node.get(), macs))
                        .map(found -> new Boot(node, macs, found.orElse(BootConfiguration.NONE))));
    }

    // An empty slot keeps the interfaces of the node that was in it; they may have moved.
    private static Optional<Node> present(NodeKey key, Optional<Node> node) {
        return key.kind() == NodeKey.Kind.MAC ? node.filter(Node::present) : node;
    }

    private static Uni<List<String>> macs(NodeKey key, Node node, Inventory inventory) {
        return key.kind() == NodeKey.Kind.MAC
                ? Uni.createFrom().item(List.of(key.value()))
                : inventory.interfaces(node.xname()).map(all -> all.stream().map(NetworkInterface::mac).toList());
    }

    private static List<Selector> selectors(Node node, List<String> macs) {
        List<Selector> selectors = new ArrayList<>();
        selectors.add(Selector.host(node.xname()));
        macs.forEach(mac -> selectors.add(Selector.mac(mac)));
        node.nid().ifPresent(nid -> selectors.add(Selector.nid(nid)));
        selectors.add(Selector.DEFAULT);
        return selectors;
    }
}
