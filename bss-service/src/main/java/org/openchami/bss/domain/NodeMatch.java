package org.openchami.bss.domain;

import java.util.Optional;

/** The node a key belongs to, and the interface that says so where the key is a MAC or an address. */
public record NodeMatch(String xname, Optional<NetworkInterface> via) {}
