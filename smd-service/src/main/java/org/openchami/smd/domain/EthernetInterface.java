package org.openchami.smd.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A network interface, the addresses it has and the component it belongs to, if that is known. All parts are always shown. */
public record EthernetInterface(
        @JsonProperty("ID") String id,
        @JsonProperty("Description") String description,
        @JsonProperty("MACAddress") String mac,
        @JsonProperty("LastUpdate") Instant lastUpdate,
        @JsonProperty("ComponentID") String componentId,
        @JsonProperty("Type") String type,
        @JsonProperty("IPAddresses") List<Address> addresses) {

    /** An IP address, kept as it was given, and the name of the network that it is in. */
    public record Address(@JsonProperty("IPAddress") String ip, @JsonProperty("Network") @JsonInclude(Include.NON_EMPTY) String network) {}

    /** @throws InvalidException if the MAC address, the component's name or an IP address is not valid */
    public static EthernetInterface create(String description, String mac, String componentId, List<Address> addresses, Instant now) {
        String id = Mac.id(mac == null ? "" : mac);
        List<Address> given = addresses == null ? List.of() : addresses;
        if (given.stream().anyMatch(address -> address == null || address.ip() == null || address.ip().isEmpty())) {
            throw new InvalidException("Invalid CompEthInterface IP Address");
        }
        String owner = "";
        String type = "";
        if (componentId != null && !componentId.isEmpty()) {
            Xname xname = Xname.parse(componentId).orElseThrow(() -> new InvalidException("Invalid CompEthInterface component ID"));
            owner = xname.value();
            type = xname.type().word();
        }
        return new EthernetInterface(id, description == null ? "" : description, Mac.ofId(id), now.truncatedTo(ChronoUnit.MICROS), owner,
                type,
                List.copyOf(given));
    }
}
