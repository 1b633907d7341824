package org.openchami.auth.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.authority.KeysPublished;
import org.openchami.auth.config.Settings;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Lets the service's own identity live as long as the service. Where it calls nobody there is none: nothing of it is loaded or made. */
@Singleton
class IdentityLifecycle {
    /** Before a service's own start-up code, which may call peers. */
    private static final int EARLY = 10;

    private final Settings settings;
    private final Instance<OwnIdentity> identity;

    @Inject
    IdentityLifecycle(Settings settings, Instance<OwnIdentity> identity) {
        this.settings = settings;
        this.identity = identity;
    }

    void start(@Observes @Priority(EARLY) StartupEvent started) {
        if (settings.speaks()) {
            identity.get().start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (settings.speaks()) {
            identity.get().stop();
        }
    }

    void published(@Observes KeysPublished keys) {
        if (settings.speaks()) {
            identity.get().published(keys.kids());
        }
    }
}
