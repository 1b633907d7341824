package org.openchami.bss.api;

import org.openchami.bss.domain.NodeKey;

/**
 * One request for a boot script.
 *
 * @param arch the node's architecture, empty at its first request
 * @param retry how often it tried before
 * @param timestamp when its first request came; seconds since 1970
 */
record ScriptRequest(NodeKey key, String arch, long retry, long timestamp) {

    String unknown(String xname) {
        return "Unknown " + key.description() + (xname.isEmpty() || xname.equals(key.value()) ? "" : " (" + xname + ")")
                + (arch.isEmpty() ? "" : " architecture " + arch);
    }
}
