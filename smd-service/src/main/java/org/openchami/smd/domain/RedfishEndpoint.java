package org.openchami.smd.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A controller that speaks Redfish, and where it is found. Its password is neither kept nor shown: {@code Password} is there because
 * clients expect the key, and is always empty.
 */
public record RedfishEndpoint(
        @JsonProperty("ID") String id,
        @JsonProperty("Type") String type,
        @JsonProperty("Name") @JsonInclude(Include.NON_EMPTY) String name,
        @JsonProperty("Hostname") String hostname,
        @JsonProperty("Domain") String domain,
        @JsonProperty("FQDN") String fqdn,
        @JsonProperty("Enabled") boolean enabled,
        @JsonProperty("UUID") @JsonInclude(Include.NON_EMPTY) String uuid,
        @JsonProperty("User") String user,
        @JsonProperty("UseSSDP") @JsonInclude(Include.NON_DEFAULT) boolean useSsdp,
        @JsonProperty("MACRequired") @JsonInclude(Include.NON_DEFAULT) boolean macRequired,
        @JsonProperty("MACAddr") @JsonInclude(Include.NON_EMPTY) String mac,
        @JsonProperty("IPAddress") @JsonInclude(Include.NON_EMPTY) String ip,
        @JsonProperty("RediscoverOnUpdate") boolean rediscoverOnUpdate,
        @JsonProperty("TemplateID") @JsonInclude(Include.NON_EMPTY) String templateId,
        @JsonProperty("DiscoveryInfo") DiscoveryInfo discoveryInfo) {

    /** How far the discovery of what is behind the endpoint has come. */
    public record DiscoveryInfo(@JsonProperty("LastDiscoveryStatus") String lastStatus) {}

    @JsonProperty("Password")
    public String password() {
        return "";
    }

    /** @throws InvalidException if there is no valid controller name, or the names of the host contradict each other */
    static RedfishEndpoint create(RedfishEndpointInput input) {
        Host host = Host.of(input.id(), input.hostname(), input.domain(), input.fqdn(), input.ip());
        Xname xname = Xname.parse(host.id()).orElseThrow(() -> new InvalidException(host.id() + " is not a valid locational xname ID"));
        if (!xname.type().isController()) {
            throw new InvalidException("xname ID " + xname.value() + " has wrong type for RF endpoint: " + xname.type().word());
        }
        return new RedfishEndpoint(xname.value(), xname.type().word(), input.name(), host.hostname(), host.domain(), host.fqdn(),
                input.enabled() == null || input.enabled(), input.uuid(), input.user(), input.useSsdp(), input.macRequired(), input.mac(),
                host.ip(), input.rediscoverOnUpdate(), input.templateId(), new DiscoveryInfo("NotYetQueried"));
    }
}
