package org.openchami.bss.api;

import java.util.List;

import org.openchami.bss.client.Component;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A node as bss shows it: smd's component, and what of its endpoint and interfaces matters to a boot. */
record Host(@JsonUnwrapped Component component, @JsonProperty("FQDN") String fqdn, @JsonProperty("MAC") List<String> macs,
        @JsonProperty("EndpointEnabled") boolean endpointEnabled) {}
