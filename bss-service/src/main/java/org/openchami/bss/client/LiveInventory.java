package org.openchami.bss.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.openchami.bss.domain.Mac;
import org.openchami.bss.domain.NetworkInterface;
import org.openchami.bss.domain.Node;
import org.openchami.bss.domain.NodeKey;
import org.openchami.bss.domain.NodeMatch;
import org.openchami.bss.domain.Xname;

import io.smallrye.mutiny.Uni;

/** Asks smd each time, in the name of whoever is being served. */
@ApplicationScoped
@Typed(LiveInventory.class)
public class LiveInventory implements Inventory {
    private final StateManager smd;

    LiveInventory(@RestClient StateManager smd) {
        this.smd = smd;
    }

    @Override
    public Uni<Optional<NodeMatch>> find(NodeKey key) {
        return switch (key.kind()) {
            case MAC -> Mac.normal(key.value()).map(mac -> owner(smd.interfacesByMac(mac))).orElseGet(LiveInventory::nobody);
            case ADDRESS -> owner(smd.interfacesByAddress(key.value()));
            case NAME -> Uni.createFrom().item(Xname.node(key.value()).map(xname -> new NodeMatch(xname, Optional.empty())));
            case NID -> one(smd.componentByNid(key.value()))
                    .map(component -> component.map(it -> new NodeMatch(it.id(), Optional.empty())));
        };
    }

    @Override
    public Uni<List<NetworkInterface>> interfaces(String xname) {
        return answered(smd.interfacesOf(xname))
                .map(found -> found.stream().filter(EthernetInterface::isOwned).map(EthernetInterface::facts).toList());
    }

    @Override
    public Uni<Optional<Node>> node(String xname) {
        return one(smd.component(xname)).chain(component -> component.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : answered(smd.endpointsOf(xname)).map(found -> Optional.of(node(component.get(), found.endpoints()))));
    }

    private static Node node(Component component, List<ComponentEndpoint> endpoints) {
        OptionalLong nid = component.nid() == null || component.nid() < 0 ? OptionalLong.empty() : OptionalLong.of(component.nid());
        boolean enabled = endpoints.stream().filter(endpoint -> component.id().equals(endpoint.id()))
                .allMatch(ComponentEndpoint::isEnabled);
        return new Node(component.id(), nid, !"Empty".equals(component.state()), enabled);
    }

    private static Uni<Optional<NodeMatch>> owner(Uni<List<EthernetInterface>> answer) {
        return answered(answer).map(found -> found.stream().filter(EthernetInterface::isOwned).map(EthernetInterface::facts)
                .filter(it -> Xname.node(it.xname()).isPresent()).findFirst().map(it -> new NodeMatch(it.xname(), Optional.of(it))));
    }

    private static Uni<Optional<NodeMatch>> nobody() {
        return Uni.createFrom().item(Optional.empty());
    }

    private static Uni<Optional<Component>> one(Uni<Component> answer) {
        return answered(answer).invoke(LiveInventory::requireId).map(Optional::of)
                .onFailure(LiveInventory::isNotFound).recoverWithItem(Optional.empty());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer && answer.getResponse().getStatus() == 404;
    }

    private static void requireId(Component component) {
        if (component.id() == null) {
            throw new IllegalStateException("smd answered something that isn't a component");
        }
    }

    // A redirect or an empty body gives no item: that says nothing of the node.
    private static <T> Uni<T> answered(Uni<T> answer) {
        return answer.onItem().ifNull().failWith(() -> new IllegalStateException("smd answered without content"));
    }
}
