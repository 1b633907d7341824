package org.openchami.smd.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.openchami.smd.domain.EthernetInterface.Address;
import org.openchami.smd.domain.RedfishEndpointInput.Nic;
import org.openchami.smd.domain.RedfishEndpointInput.Resource;

/** A Redfish endpoint and all that was found behind it, to be stored together or not at all. */
public record Discovery(RedfishEndpoint endpoint, List<Component> components, List<ComponentEndpoint> componentEndpoints,
        List<EthernetInterface> interfaces) {

    /** @throws InvalidException if any part is not valid */
    public static Discovery of(RedfishEndpointInput input, Instant now) {
        RedfishEndpoint endpoint = RedfishEndpoint.create(input);
        Collector found = new Collector(endpoint, now);
        if (input.schemaVersion() > 0) {
            if (!input.managers().isEmpty()) {
                found.managers(input.managers());
            }
            found.systems(input.systems());
        }
        return new Discovery(endpoint, List.copyOf(found.components), List.copyOf(found.componentEndpoints), found.interfaces());
    }

    private static final class Collector {
        private final RedfishEndpoint endpoint;
        private final Instant now;
        private final List<Component> components = new ArrayList<>();
        private final List<ComponentEndpoint> componentEndpoints = new ArrayList<>();
        private final Map<String, EthernetInterface> interfaces = new LinkedHashMap<>();

        Collector(RedfishEndpoint endpoint, Instant now) {
            this.endpoint = endpoint;
            this.now = now;
        }

        List<EthernetInterface> interfaces() {
            return List.copyOf(interfaces.values());
        }

        /** All managers of an endpoint are the same controller: the first describes it, each brings its interfaces. */
        void managers(List<Resource> managers) {
            Xname id = new Xname(endpoint.id(), Xname.parse(endpoint.id()).orElseThrow().type());
            Resource manager = managers.get(0);
            components.add(Component.discovered(id.value(), id.type(), null, null));
            componentEndpoints.add(new ComponentEndpoint(id.value(), id.type().word(), ComponentEndpoint.MANAGER, "", "", manager.uri(),
                    endpoint.id(), true, endpoint.fqdn(), null, RedfishReport.manager(manager)));
            managers.forEach(each -> addInterfaces(id, each.nics()));
        }

        /** Systems are told apart by their UUID; of several with the same one, that which knows its power is taken. */
        void systems(List<Resource> systems) {
            Map<String, Resource> distinct = new LinkedHashMap<>();
            systems.forEach(
                    system -> distinct.merge(system.uuid(), system, (first, other) -> hasPower(first) || !hasPower(other) ? first : other));
            int number = 0;
            for (Resource system : distinct.values()) {
                system(Xname.parse(endpoint.id() + "n" + number).filter(xname -> xname.type() == XnameType.NODE)
                        .orElseThrow(() -> new InvalidException(endpoint.id() + " can't have systems")), system, ++number);
            }
        }

        private void system(Xname id, Resource system, long nid) {
            components.add(Component.discovered(id.value(), id.type(), "On", nid));
            componentEndpoints.add(new ComponentEndpoint(id.value(), id.type().word(), ComponentEndpoint.SYSTEM, system.systemType(),
                    system.uuid(), system.uri(), endpoint.id(), true, endpoint.fqdn(), RedfishReport.system(system), null));
            addInterfaces(id, system.nics());
        }

        /** A MAC address that is reported twice, as for a VLAN, is one interface with the addresses of both. */
        private void addInterfaces(Xname owner, List<Nic> nics) {
            for (Nic nic : nics) {
                List<Address> addresses = nic.ip().isEmpty() ? List.of() : List.of(new Address(nic.ip(), ""));
                EthernetInterface found = EthernetInterface.create(nic.description(), nic.mac(), owner.value(), addresses, now);
                interfaces.merge(found.id(), found, Collector::join);
            }
        }

        private static EthernetInterface join(EthernetInterface first, EthernetInterface second) {
            if (!first.componentId().equals(second.componentId())) {
                throw new InvalidException("MAC address " + first.mac() + " is given for two components");
            }
            Set<Address> addresses = new LinkedHashSet<>(first.addresses());
            addresses.addAll(second.addresses());
            return new EthernetInterface(first.id(), first.description(), first.mac(), first.lastUpdate(), first.componentId(),
                    first.type(),
                    List.copyOf(addresses));
        }

        private static boolean hasPower(Resource system) {
            return system.power() != null && !system.power().controls().isEmpty();
        }
    }
}
