package org.openchami.auth.identity;

import java.time.Clock;

import org.openchami.auth.config.Settings;
import org.openchami.auth.config.StoreConfig;
import org.openchami.auth.credential.IdentityStore;

/** The store that is configured. */
final class Stores {

    private Stores() {}

    static IdentityStore open(Settings settings, Clock clock) {
        var store = settings.store();
        return store.kind() == StoreConfig.Kind.MEMORY
                ? IdentityStore.inMemory()
                : IdentityStore.inFile(store.directory().resolve(settings.service() + ".json"), store.key().map(Proof::read), clock);
    }
}
