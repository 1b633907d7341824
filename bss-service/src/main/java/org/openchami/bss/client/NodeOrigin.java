package org.openchami.bss.client;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.openchami.auth.AnonymousCall;
import org.openchami.auth.Assurance;
import org.openchami.auth.Origin;
import org.openchami.auth.OriginResolver;
import org.openchami.bss.domain.Mac;
import org.openchami.bss.domain.NetworkInterface;
import org.openchami.bss.domain.NodeKey;
import org.openchami.bss.domain.NodeMatch;

import io.smallrye.mutiny.Uni;

/**
 * Which node asks for its boot script: found by what it says ({@code mac}, {@code name}, {@code nid}), else by its source address. That
 * is {@link Assurance#NETWORK} when the source address is one the inventory holds for this node, else {@link Assurance#CLAIMED}.
 */
@ApplicationScoped
public class NodeOrigin implements OriginResolver {
    private static final String PATH = "/boot/v1/bootscript";

    private final CachedInventory inventory;

    NodeOrigin(CachedInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Uni<Origin> resolve(AnonymousCall call) {
        Origin unknown = new Origin.Unknown(Optional.of(call.address()));
        if (!call.path().equals(PATH) && !call.path().equals(PATH + "/")) {
            return Uni.createFrom().item(unknown);
        }
        return inventory.find(key(call)).chain(match -> match.isEmpty()
                ? Uni.createFrom().item(unknown)
                : confirm(match.get(), call.address()).map(it -> it.orElse(unknown)));
    }

    private static NodeKey key(AnonymousCall call) {
        return NodeKey.asked(call.query("mac").orElse(""), call.query("name").orElse(""), call.query("nid").orElse(""))
                .orElseGet(() -> NodeKey.address(call.address()));
    }

    private Uni<Optional<Origin>> confirm(NodeMatch match, String address) {
        if (match.via().filter(it -> it.addresses().contains(address)).isPresent()) {
            return Uni.createFrom().item(Optional.of(node(match, match.via(), address, Assurance.NETWORK)));
        }
        return inventory.interfaces(match.xname()).map(all -> confirm(match, all, address));
    }

    // A name alone, without any interface in the inventory, names nobody.
    private static Optional<Origin> confirm(NodeMatch match, List<NetworkInterface> all, String address) {
        boolean seen = all.stream().anyMatch(it -> it.addresses().contains(address));
        return match.via().or(() -> all.stream().findFirst())
                .map(it -> node(match, Optional.of(it), address, seen ? Assurance.NETWORK : Assurance.CLAIMED));
    }

    private static Origin node(NodeMatch match, Optional<NetworkInterface> via, String address, Assurance assurance) {
        return new Origin.Node(match.xname(), via.flatMap(it -> Mac.normal(it.mac())), Optional.of(address), assurance);
    }
}
