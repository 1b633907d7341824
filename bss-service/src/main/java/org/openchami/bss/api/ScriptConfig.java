package org.openchami.bss.api;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What boot scripts say besides the boot parameters. */
@ConfigMapping(prefix = "bss")
interface ScriptConfig {

    /** The host, with port if need be, under which nodes reach this service. */
    @WithDefault("api-gw-service-nmn.local")
    String ipxeServer();

    @WithDefault("https")
    String chainProto();

    /** The path prefix that the gateway takes off. */
    @WithDefault("/apis/bss")
    Optional<String> gwUri();

    /** Seconds before a node that couldn't boot tries again. */
    @WithDefault("30")
    int retryDelay();

    /** Seconds before a node that isn't known, or can't be looked up now, asks again. */
    @WithDefault("10")
    int hsmRetrievalDelay();

    /** The URL of the cloud-init server that nodes are told of where their parameters name none. */
    Optional<String> advertiseAddress();
}
