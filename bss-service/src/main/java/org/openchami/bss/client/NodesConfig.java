package org.openchami.bss.client;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long what smd said of a node is used. */
@ConfigMapping(prefix = "bss.nodes")
interface NodesConfig {

    /** For a node that smd knows. */
    @WithDefault("60s")
    Duration ttl();

    /** For one that smd doesn't know. */
    @WithDefault("5s")
    Duration unknownTtl();

    /** How long smd is left alone about a node after it failed. */
    @WithDefault("2s")
    Duration failurePause();

    /** How old an answer may be that is used while smd fails. */
    @WithDefault("24h")
    Duration stale();

    /** How many nodes are held. */
    @WithDefault("50000")
    int maximum();
}
