package org.openchami.bench.peer;

/** A node as an inventory would show it, in 43 bytes of JSON. */
public record Component(String id, String state, int nid) {}
