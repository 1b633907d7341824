package org.openchami.bss.client;

import java.util.List;

import org.openchami.bss.domain.Mac;
import org.openchami.bss.domain.NetworkInterface;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** An Ethernet interface as smd shows it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EthernetInterface(@JsonProperty("MACAddress") String mac, @JsonProperty("ComponentID") String xname,
        @JsonProperty("IPAddresses") List<Address> addresses) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Address(@JsonProperty("IPAddress") String ip) {}

    /** Whether smd knows whose it is. */
    public boolean isOwned() { return xname != null && !xname.isEmpty(); }

    NetworkInterface facts() {
        List<String> ips = addresses == null
                ? List.of()
                : addresses.stream().map(Address::ip).filter(ip -> ip != null && !ip.isEmpty()).toList();
        return new NetworkInterface(Mac.normal(mac).orElse(mac), xname, ips);
    }
}
