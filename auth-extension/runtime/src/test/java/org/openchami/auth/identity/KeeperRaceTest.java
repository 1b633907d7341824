package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.config.Configured;
import org.openchami.auth.credential.IdentityStore;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.identity.Surroundings.Blocking;

import io.smallrye.mutiny.Uni;

/** Real threads change one identity at once. Each change takes a client with a new id, and the one before becomes an orphan: none may be missing. */
class KeeperRaceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int THREADS = 4;
    private static final int CHANGES = 100;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final IdentityStore store = IdentityStore.inMemory();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    private Keeper keeper() {
        Proof proof = new Proof(Configured.with("quarkus.application.name", "bss", "openchami.auth.registration.url", "http://hydra:4445",
                "openchami.auth.peers.smd.url", "http://smd:27779").own(), Clock.systemUTC());
        // a pause is as short as it can be: the lock is waited for often, and not long
        Keeper keeper = new Keeper(store, new Surroundings(Clock.systemUTC(), System::nanoTime, () -> 0.5,
                (delay, task) -> timer.schedule(task, 1, TimeUnit.MILLISECONDS), new Blocking() {
                    @Override
                    public <T> Uni<T> call(Callable<T> work) {
                        return Uni.createFrom().item(() -> {
                            try {
                                return work.call();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
                    }
                }));
        keeper.load(proof::first, proof::completed);
        return keeper;
    }

    private static StoredIdentity named(StoredIdentity identity, String id) {
        return identity.with(StoredClient.named(id));
    }

    /** Client, former one and orphans: all that were ever registered, but for the first. */
    private static int clients(StoredIdentity identity) {
        return identity.orphans().size() + (identity.former().isPresent() ? 1 : 0);
    }

    private void atOnce(List<Runnable> works) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        works.forEach(work -> all.add(threads.submit(work)));
        for (Future<?> one : all) {
            one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void noChangeIsLostToAReload() throws Exception {
        Keeper keeper = keeper();
        List<Runnable> works = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String name = "client-" + thread + "-";
            works.add(() -> {
                for (int i = 0; i < CHANGES; i++) {
                    String id = name + i;
                    keeper.save(identity -> named(identity, id)).await().atMost(PATIENCE);
                    keeper.reload().await().atMost(PATIENCE);
                }
            });
        }
        atOnce(works);

        assertThat(clients(keeper.now())).isEqualTo(THREADS * CHANGES);
        assertThat(store.load()).contains(keeper.now());
    }

    @Test
    void noChangeOfTwoProcessesIsLostUnderTheLock() throws Exception {
        List<Runnable> works = new ArrayList<>();
        for (Keeper keeper : List.of(keeper(), keeper())) {
            String name = "client-" + works.size() + "-";
            works.add(() -> {
                for (int i = 0; i < CHANGES; i++) {
                    String id = name + i;
                    keeper.exclusively(() -> keeper.save(identity -> named(identity, id))).onFailure(NoTokenException.class).retry()
                            .indefinitely().await().atMost(PATIENCE);
                }
            });
        }
        atOnce(works);

        assertThat(clients(store.load().orElseThrow())).isEqualTo(2 * CHANGES);
    }

    @Test
    void onlyOneAtATimeIsUnderTheLock() throws Exception {
        int[] inside = {0};
        List<Integer> seen = new ArrayList<>();
        List<Runnable> works = new ArrayList<>();
        for (Keeper keeper : List.of(keeper(), keeper(), keeper())) {
            works.add(() -> {
                for (int i = 0; i < 20; i++) {
                    keeper.exclusively(() -> {
                        seen.add(++inside[0]);
                        return keeper.save(identity -> identity).invoke(() -> inside[0]--);
                    }).onFailure(NoTokenException.class).retry().indefinitely().await().atMost(PATIENCE);
                }
            });
        }
        atOnce(works);

        assertThat(seen).hasSize(60).containsOnly(1);
    }
}
