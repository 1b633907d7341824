package org.openchami.bss.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.openchami.bss.client.ComponentEndpoint;
import org.openchami.bss.client.ComponentEndpointList;
import org.openchami.bss.client.ComponentList;
import org.openchami.bss.client.EthernetInterface;
import org.openchami.bss.client.StateManager;

import io.smallrye.mutiny.Uni;

/** All nodes, read from smd each time: an answer made for one caller is never given to another. */
@ApplicationScoped
class Hosts {
    private final StateManager smd;

    Hosts(@RestClient StateManager smd) {
        this.smd = smd;
    }

    Uni<List<Host>> all() {
        return Uni.combine().all().unis(smd.components("Node"), smd.endpoints("Node"), smd.interfaces("Node")).with(Hosts::join)
                .onFailure().transform(InventoryFailure::told);
    }

    private static List<Host> join(ComponentList components, ComponentEndpointList endpoints, List<EthernetInterface> interfaces) {
        Map<String, ComponentEndpoint> endpointOf = endpoints.endpoints().stream()
                .collect(Collectors.toMap(ComponentEndpoint::id, it -> it, (first, again) -> first));
        Map<String, List<String>> macsOf = interfaces.stream().filter(EthernetInterface::isOwned).collect(Collectors
                .groupingBy(EthernetInterface::xname, Collectors.mapping(EthernetInterface::mac, Collectors.toList())));
        return components.components().stream().map(component -> {
            ComponentEndpoint endpoint = endpointOf.get(component.id());
            return new Host(component, endpoint == null || endpoint.fqdn() == null ? "" : endpoint.fqdn(),
                    macsOf.getOrDefault(component.id(), List.of()), endpoint != null && endpoint.isEnabled());
        }).toList();
    }
}
