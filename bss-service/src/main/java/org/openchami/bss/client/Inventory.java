package org.openchami.bss.client;

import java.util.List;
import java.util.Optional;

import org.openchami.bss.domain.NetworkInterface;
import org.openchami.bss.domain.Node;
import org.openchami.bss.domain.NodeKey;
import org.openchami.bss.domain.NodeMatch;

import io.smallrye.mutiny.Uni;

/** What the inventory holds of one node. An empty answer is what smd said; that smd could not be asked is a failure. */
public interface Inventory {

    Uni<Optional<NodeMatch>> find(NodeKey key);

    Uni<List<NetworkInterface>> interfaces(String xname);

    Uni<Optional<Node>> node(String xname);
}
