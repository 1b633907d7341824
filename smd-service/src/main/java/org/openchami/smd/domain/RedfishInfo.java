package org.openchami.smd.domain;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What Redfish said of a system or a manager: how to reset it, its network interfaces, its power. */
@JsonInclude(Include.NON_EMPTY)
public record RedfishInfo(
        @JsonProperty("Name") String name,
        @JsonProperty("Actions") Map<String, Reset> actions,
        @JsonProperty("EthernetNICInfo") List<Nic> nics,
        @JsonProperty("PowerURL") String powerUrl,
        @JsonProperty("PowerControl") List<PowerControl> powerControls,
        @JsonProperty("CommandShell") CommandShell commandShell) {

    static final RedfishInfo NONE = new RedfishInfo(null, null, null, null, null, null);

    public record Reset(@JsonProperty("ResetType@Redfish.AllowableValues") List<String> allowableValues,
            @JsonProperty("@Redfish.ActionInfo") String actionInfo, @JsonProperty("target") String target) {}

    @JsonInclude(Include.NON_EMPTY)
    public record Nic(@JsonProperty("RedfishId") @JsonInclude(Include.ALWAYS) String redfishId,
            @JsonProperty("@odata.id") @JsonInclude(Include.ALWAYS) String odataId, @JsonProperty("Description") String description,
            @JsonProperty("Hostname") String hostname, @JsonProperty("InterfaceEnabled") Boolean interfaceEnabled,
            @JsonProperty("MACAddress") @JsonInclude(Include.ALWAYS) String mac,
            @JsonProperty("PermanentMACAddress") String permanentMac) {}

    @JsonInclude(Include.NON_EMPTY)
    public record PowerControl(@JsonProperty("@odata.id") String odataId, @JsonProperty("MemberId") String memberId,
            @JsonProperty("Name") String name, @JsonProperty("RelatedItem") List<Link> relatedItems) {}

    public record Link(@JsonProperty("@odata.id") String odataId) {}

    public record CommandShell(@JsonProperty("ServiceEnabled") boolean enabled, @JsonProperty("MaxConcurrentSessions") int maxSessions,
            @JsonProperty("ConnectTypesSupported") List<String> connectTypes) {}
}
