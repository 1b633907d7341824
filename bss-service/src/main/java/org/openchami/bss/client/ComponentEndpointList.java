package org.openchami.bss.client;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** smd's answer to a query for component endpoints. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ComponentEndpointList(
        @JsonProperty(value = "ComponentEndpoints", required = true) List<ComponentEndpoint> endpoints) {}
