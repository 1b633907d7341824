package org.openchami.auth.credential;

import java.nio.file.Path;

/** The store as a service has it. */
public final class StoreAt {

    private StoreAt() {}

    public static IdentityStore file(Path file) {
        return new IdentityStore(file);
    }
}
