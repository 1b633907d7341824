package org.openchami.bss.api;

import jakarta.inject.Singleton;

import org.openchami.bss.domain.BootConfiguration;
import org.openchami.bss.domain.BootScript;
import org.openchami.bss.domain.KernelParameters;
import org.openchami.bss.domain.NodeKey;
import org.openchami.bss.domain.ScriptAddress;

/** Writes the texts that nodes get, with this service's own addresses and delays. */
@Singleton
class Scripts {
    private final ScriptConfig config;
    private final ScriptAddress address;

    Scripts(ScriptConfig config) {
        this.config = config;
        this.address = new ScriptAddress(config.chainProto() + "://" + config.ipxeServer() + config.gwUri().orElse(""));
    }

    String boot(ScriptRequest request, Boot boot) {
        return BootScript.boot(boot.configuration(), parameters(request.key(), boot), config.retryDelay(),
                address.again(chainKey(request.key(), boot), request.retry() + 1));
    }

    /** For a node that isn't known but told its architecture. */
    String boot(ScriptRequest request, BootConfiguration configuration) {
        return BootScript.boot(configuration, parameters(request.key(), new Boot(Boot.UNKNOWN.node(), Boot.UNKNOWN.macs(), configuration)),
                config.retryDelay(), address.architecture(request.key(), request.timestamp()));
    }

    String askArchitecture(ScriptRequest request, Boot boot) {
        return BootScript.retry(config.hsmRetrievalDelay(), address.architecture(chainKey(request.key(), boot), request.timestamp()));
    }

    /** For a node that nothing can be said of now. */
    String later(ScriptRequest request) {
        return BootScript.retry(config.hsmRetrievalDelay(), address.again(request.key(), request.retry() + 1));
    }

    KernelParameters parameters(NodeKey key, Boot boot) {
        KernelParameters parameters = KernelParameters.of(boot.configuration().params());
        if (boot.node().isPresent()) {
            parameters = parameters.with("xname", boot.xname());
            if (boot.node().get().nid().isPresent()) {
                parameters = parameters.with("nid", Long.toString(boot.node().get().nid().getAsLong()));
            }
            if (key.kind() == NodeKey.Kind.MAC) {
                parameters = parameters.with("BOOTIF", "01-" + key.value().replace(':', '-'));
            }
        }
        if (config.advertiseAddress().isPresent()) {
            parameters = parameters.with("ds", "nocloud-net;s=" + config.advertiseAddress().get() + "/");
        }
        return boot.configuration().initrd().isEmpty() ? parameters : parameters.withInitrd();
    }

    // A MAC finds a node even when its name or number changes.
    private static NodeKey chainKey(NodeKey key, Boot boot) {
        if (key.kind() == NodeKey.Kind.MAC || boot.node().isEmpty()) {
            return key;
        }
        return boot.macs().isEmpty() ? new NodeKey(NodeKey.Kind.NAME, boot.xname()) : new NodeKey(NodeKey.Kind.MAC, boot.macs().get(0));
    }
}
