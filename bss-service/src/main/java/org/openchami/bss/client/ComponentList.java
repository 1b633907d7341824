package org.openchami.bss.client;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** smd's answer to a query for components. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ComponentList(@JsonProperty(value = "Components", required = true) List<Component> components) {}
