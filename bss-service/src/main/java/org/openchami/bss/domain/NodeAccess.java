package org.openchami.bss.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a node last asked for an endpoint such as {@code bootscript}; seconds since 1970. */
public record NodeAccess(String name, String endpoint, @JsonProperty("last_epoch") long lastEpoch) {}
