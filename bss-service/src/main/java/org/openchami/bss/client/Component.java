package org.openchami.bss.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A component as smd shows it; what it doesn't say is null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Component(@JsonProperty("ID") String id, @JsonProperty("Type") String type, @JsonProperty("State") String state,
        @JsonProperty("Flag") String flag, @JsonProperty("Enabled") Boolean enabled, @JsonProperty("SoftwareStatus") String softwareStatus,
        @JsonProperty("Role") String role, @JsonProperty("SubRole") String subRole, @JsonProperty("NID") Long nid,
        @JsonProperty("Subtype") String subtype, @JsonProperty("NetType") String netType, @JsonProperty("Arch") String arch,
        @JsonProperty("Class") String hardwareClass, @JsonProperty("ReservationDisabled") Boolean reservationDisabled,
        @JsonProperty("Locked") Boolean locked) {}
