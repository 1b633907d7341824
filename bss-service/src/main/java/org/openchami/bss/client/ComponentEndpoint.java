package org.openchami.bss.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The Redfish side of a component, as far as bss looks at it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ComponentEndpoint(@JsonProperty("ID") String id, @JsonProperty("FQDN") String fqdn,
        @JsonProperty("Enabled") Boolean enabled) {

    public boolean isEnabled() { return Boolean.TRUE.equals(enabled); }
}
