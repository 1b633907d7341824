package org.openchami.smd.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A component as its Redfish endpoint sees it. Every node has one: boot services take a node without one, or without
 * {@code RedfishSystemInfo}, for a node that must not boot.
 */
public record ComponentEndpoint(
        @JsonProperty("ID") String id,
        @JsonProperty("Type") String type,
        @JsonProperty("RedfishType") String redfishType,
        @JsonProperty("RedfishSubtype") String redfishSubtype,
        @JsonProperty("UUID") @JsonInclude(Include.NON_EMPTY) String uuid,
        @JsonProperty("OdataID") String odataId,
        @JsonProperty("RedfishEndpointID") String redfishEndpointId,
        @JsonProperty("Enabled") boolean enabled,
        @JsonProperty("RedfishEndpointFQDN") String redfishEndpointFqdn,
        @JsonProperty("RedfishSystemInfo") @JsonInclude(Include.NON_NULL) RedfishInfo systemInfo,
        @JsonProperty("RedfishManagerInfo") @JsonInclude(Include.NON_NULL) RedfishInfo managerInfo) {

    public static final String SYSTEM = "ComputerSystem";
    static final String MANAGER = "Manager";

    /** That of a node which nobody has discovered behind an endpoint. */
    public static ComponentEndpoint ofPlainNode(Component node) {
        return new ComponentEndpoint(node.id(), node.type(), SYSTEM, "", "", "", "", node.enabled(), "", RedfishInfo.NONE, null);
    }

    @JsonProperty("RedfishURL")
    public String redfishUrl() {
        return redfishEndpointFqdn + odataId;
    }

    @JsonProperty("ComponentEndpointType")
    public String componentEndpointType() {
        return "ComponentEndpoint" + redfishType;
    }
}
