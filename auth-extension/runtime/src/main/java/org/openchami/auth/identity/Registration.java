package org.openchami.auth.identity;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.IdentityStore;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.ClientMetadata;
import org.openchami.auth.registration.HydraAdmin;
import org.openchami.auth.registration.Standing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Our registration, made once and stored. The key is on disk before the authority hears of it, so that neither a lost answer nor a crash in
 * between can leave us with a client that we can't prove to be.
 */
@Singleton
class Registration {
    private final Vertx vertx;
    private final Settings settings;
    private final IdentityStore store;
    private final HydraAdmin admin;
    private final AtomicReference<Uni<SigningKey>> asking = new AtomicReference<>();
    private volatile StoredIdentity identity;
    private volatile boolean doubted;

    @Inject
    Registration(Vertx vertx, Settings settings, HydraAdmin admin) {
        this.vertx = vertx;
        this.settings = settings;
        this.store = new IdentityStore(settings.store().resolve(settings.service() + ".json"));
        this.admin = admin;
    }

    /** Loads the stored key, or makes and stores one. Blocks: for the start only. */
    SigningKey load() {
        identity = store.load().filter(stored -> stored.clientId().equals(settings.service()))
                .orElseGet(() -> store.create(new StoredIdentity(settings.service(), SigningKey.generate(), Optional.empty())));
        return identity.key();
    }

    boolean held() {
        StoredIdentity now = identity;
        return now != null && !doubted && now.registered().filter(metadata().fingerprint()::equals).isPresent();
    }

    /** Our key, once the authority has it. One request is under way, however many ask. */
    Uni<SigningKey> ensure() {
        if (held()) {
            return Uni.createFrom().item(identity.key());
        }
        Uni<SigningKey> running = asking.get();
        if (running != null) {
            return running;
        }
        Uni<SigningKey> mine = Uni.createFrom().deferred(this::register).onTermination().invoke(() -> asking.set(null)).memoize()
                .indefinitely();
        return asking.compareAndSet(null, mine) ? mine : ensure();
    }

    private Uni<SigningKey> register() {
        ClientMetadata metadata = metadata();
        boolean changed = identity.registered().isPresent() && !doubted;
        // a registration that changed is updated in place; if it is gone meanwhile, it is made again
        Uni<Void> done = changed
                ? admin.standing(metadata).chain(standing -> standing == Standing.GONE ? admin.register(metadata) : admin.update(metadata))
                : admin.register(metadata);
        return done.chain(() -> blocking(() -> {
            StoredIdentity next = identity.acknowledged(metadata.fingerprint());
            store.save(next);
            identity = next;
            doubted = false;
            return next.key();
        }));
    }

    /** Asks whether the authority still has our client and key; if it certainly has not, the next {@link #ensure} registers again. */
    Uni<Boolean> lost() {
        return admin.standing(metadata()).map(standing -> standing != Standing.HELD).invoke(lost -> doubted = lost || doubted);
    }

    private ClientMetadata metadata() {
        return ClientMetadata.of(settings, identity.key());
    }

    private <T> Uni<T> blocking(Callable<T> work) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }
}
