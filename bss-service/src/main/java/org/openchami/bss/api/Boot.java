package org.openchami.bss.api;

import java.util.List;
import java.util.Optional;

import org.openchami.bss.domain.BootConfiguration;
import org.openchami.bss.domain.Node;

/**
 * What is known about a boot: the node, if the inventory has it, its MACs (the one it asked with, or all), and its configuration, which
 * is {@link BootConfiguration#NONE} when none fits.
 */
record Boot(Optional<Node> node, List<String> macs, BootConfiguration configuration) {

    static final Boot UNKNOWN = new Boot(Optional.empty(), List.of(), BootConfiguration.NONE);

    boolean isReady() { return node.filter(Node::enabled).isPresent() && configuration.boots(); }

    String xname() {
        return node.map(Node::xname).orElse("");
    }
}
