package org.openchami.auth.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.openchami.auth.config.Configured;
import org.openchami.auth.config.RegistrationConfig.Kind;
import org.openchami.auth.config.Settings;
import org.openchami.auth.identity.Surroundings.Blocking;
import org.openchami.auth.registration.GivenOf;
import org.openchami.auth.registration.Registrar;

import io.smallrye.mutiny.Uni;

/** Processes of the service bss, which calls smd, on simulated time, with one store and one authority. A process can die at any step. */
final class IdentityWorld {
    private static final String[] BSS = {"quarkus.application.name", "bss", "openchami.auth.authority", "http://hydra:4444",
            "openchami.auth.registration.url", "http://hydra:4445", "openchami.auth.peers.smd.url", "http://smd:27779"};

    final SimTime time = new SimTime();
    final PlayedStore store = new PlayedStore();
    final PlayedAuthority authority;
    final List<IdentitySnapshot> seen = new ArrayList<>();
    private final List<AtomicBoolean> alive = new ArrayList<>();
    private Settings settings;

    IdentityWorld(String... pairs) {
        configure(pairs);
        authority = new PlayedAuthority(time, settings.own().kind() == Kind.DYNAMIC);
    }

    /** What the next process is configured for. */
    void configure(String... pairs) {
        settings = Configured.exactly(Stream.concat(Stream.of(BSS), Stream.of(pairs)).toArray(String[]::new));
    }

    Settings settings() {
        return settings;
    }

    Proof proof() {
        return new Proof(settings.own(), time);
    }

    /** A new process, loaded and started. */
    Identity start() {
        Identity identity = process();
        identity.start();
        return identity;
    }

    /** A new process, loaded. */
    Identity process() {
        Registrar registrar = settings.own().given() ? GivenOf.operator() : authority;
        Identity identity = new Identity(settings, proof(), store, registrar, authority, () -> Uni.createFrom().item(authority.keySetRead),
                surroundings(), seen::add);
        identity.load();
        return identity;
    }

    /** Ends all processes, as a power cut does. */
    void die() {
        alive.forEach(one -> one.set(false));
        store.free();
    }

    /** Ends all processes at the n-th thing that is written or changed at the authority, when it is done and nobody has heard of it. */
    void dieAt(int step) {
        int[] steps = {0};
        store.written = () -> {
            if (++steps[0] == step) {
                die();
            }
        };
        authority.heard = () -> {
            if (++steps[0] == step) {
                die();
                return false;
            }
            return true;
        };
    }

    void pass(Duration span) {
        time.run(time.now().plus(span));
    }

    /** What comes of it within a minute; throws what it fails with. */
    <T> T await(Uni<T> work) {
        CompletableFuture<T> done = work.subscribe().asCompletionStage();
        for (int i = 0; i < 60_000 && !done.isDone(); i++) {
            pass(Duration.ofMillis(1));
        }
        try {
            return done.getNow(null);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    Surroundings surroundings() {
        AtomicBoolean mine = new AtomicBoolean(true);
        alive.add(mine);
        Surroundings real = time.surroundings(new Random(alive.size()));
        return new Surroundings(time, real.uptime(), real.random(), (delay, task) -> real.later().run(delay, () -> {
            if (mine.get()) {
                task.run();
            }
        }), new Blocking() {
            @Override
            public <T> Uni<T> call(Callable<T> work) {
                return real.blocking().call(() -> mine.get() ? work.call() : null).onItemOrFailure().transformToUni(
                        (item, failure) -> !mine.get()
                                ? Uni.createFrom().<T>nothing()
                                : failure != null ? Uni.createFrom().<T>failure(failure) : Uni.createFrom().item(item));
            }
        });
    }
}
