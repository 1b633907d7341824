package org.openchami.smd.store;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import org.openchami.smd.domain.EthernetInterface;
import org.openchami.smd.domain.EthernetInterface.Address;

@Entity(name = "EthernetInterface")
@Table(name = "ethernet_interfaces")
class EthernetInterfaceRow {
    @Id
    String id;
    String description;
    String mac;
    @Column(name = "last_update")
    Instant lastUpdate;
    @Column(name = "component_id")
    String componentId;
    String type;
    @ElementCollection
    @CollectionTable(name = "ethernet_interface_addresses", joinColumns = @JoinColumn(name = "interface_id"))
    @OrderColumn(name = "position")
    List<AddressRow> addresses;

    @Embeddable
    static class AddressRow {
        String ip;
        String network;

        static AddressRow of(Address address) {
            AddressRow row = new AddressRow();
            row.ip = address.ip();
            row.network = address.network() == null ? "" : address.network();
            return row;
        }
    }

    static EthernetInterfaceRow of(EthernetInterface given) {
        EthernetInterfaceRow row = new EthernetInterfaceRow();
        row.id = given.id();
        row.description = given.description();
        row.mac = given.mac();
        row.lastUpdate = given.lastUpdate();
        row.componentId = given.componentId();
        row.type = given.type();
        row.addresses = given.addresses().stream().map(AddressRow::of).toList();
        return row;
    }

    final EthernetInterface toEthernetInterface() {
        return new EthernetInterface(id, description, mac, lastUpdate, componentId, type,
                addresses.stream().map(row -> new Address(row.ip, row.network)).toList());
    }
}
