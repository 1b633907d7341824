package org.openchami.auth.testing.contract;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Ends both worlds after the last contract test. */
final class WorldsEnd implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(WorldsEnd.class)).computeIfAbsent("end", key -> (AutoCloseable) WorldsEnd::end);
    }

    private static void end() throws Exception {
        for (World world : World.values()) {
            world.end();
        }
    }
}
