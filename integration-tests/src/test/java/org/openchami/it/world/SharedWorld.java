package org.openchami.it.world;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes the worlds that they share, started by the first of them and closed after the last. They leave them as they found them.
 * In all, bss asks smd for every boot anew, so that each test finds what smd recorded of its own call. The {@link World} is for tests that
 * only call; in it smd knows a second service. The {@link WiredWorld} is for tests that break and mend things, the {@link FaultWorld} for those
 * that break Hydra itself, the {@link KeysWorld} for those that break its keys.
 */
public final class SharedWorld implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedWorld.class);

    /** The shared world and the second service that smd knows in it, which tests play. */
    record Shared(World world, PlayedService other) implements AutoCloseable {
        static Shared start() {
            PlayedService other = PlayedService.withNewKey("other");
            WorldPlan plan = WorldPlan.create()
                    .bss("bss.nodes.ttl", "0s")
                    .bss("bss.nodes.unknown-ttl", "0s")
                    .smd("openchami.auth.clients.other.jwks", other.publish())
                    .smd("openchami.auth.clients.other.scopes", "smd.read")
                    .smd("openchami.auth.clients.other.origins", "node,service,unknown");
            World world = World.start(plan);
            other.register(world.hydra(), "smd.read", "smd");
            return new Shared(world, other);
        }

        @Override
        public void close() {
            world.close();
            other.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == World.class || type == PlayedService.class || type == WiredWorld.class || type == FaultWorld.class
                || type == KeysWorld.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ExtensionContext.Store store = test.getRoot().getStore(NAMESPACE);
        Class<?> type = parameter.getParameter().getType();
        if (type == WiredWorld.class) {
            return store.computeIfAbsent(WiredWorld.class, any -> WiredWorld.start(), WiredWorld.class);
        }
        if (type == FaultWorld.class) {
            return store.computeIfAbsent(FaultWorld.class, any -> FaultWorld.start(), FaultWorld.class);
        }
        if (type == KeysWorld.class) {
            return store.computeIfAbsent(KeysWorld.class, any -> KeysWorld.start(), KeysWorld.class);
        }
        Shared shared = store.computeIfAbsent(Shared.class, any -> Shared.start(), Shared.class);
        return type == World.class ? shared.world() : shared.other();
    }
}
