package org.openchami.bss.domain;

import java.util.OptionalLong;

/**
 * A node as the inventory holds it.
 *
 * @param xname in normal form
 * @param nid the node's number, where it has one
 * @param present false for a slot that the inventory keeps but that holds no node (state {@code Empty})
 * @param enabled false when its Redfish endpoint is switched off
 */
public record Node(String xname, OptionalLong nid, boolean present, boolean enabled) {}
