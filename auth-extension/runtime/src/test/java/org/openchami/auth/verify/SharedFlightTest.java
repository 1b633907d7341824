package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.token.TokenForge;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

class SharedFlightTest {

    @Test
    void manyWhoBringTheSameNewTokenAtOnceShareOneSignature() throws Exception {
        try (VerifierWorld world = new VerifierWorld()) {
            world.judge(world.rsa.token(world.claims()));
            for (TokenForge forge : List.of(world.ec, world.rsa)) {
                long before = world.signatures.sum();
                String token = forge.token(world.claims());
                ExecutorService threads = Executors.newFixedThreadPool(8);
                try {
                    List<Future<Verdict>> all = new ArrayList<>();
                    for (int i = 0; i < 64; i++) {
                        all.add(threads.submit(() -> world.judge(token)));
                    }
                    for (Future<Verdict> one : all) {
                        assertThat(one.get()).isInstanceOf(Verdict.Accepted.class);
                    }
                } finally {
                    threads.shutdownNow();
                }
                assertThat(world.signatures.sum()).isEqualTo(before + 1);
            }
        }
    }

    @Test
    void whoStopsWaitingStopsNobodyElse() {
        try (VerifierWorld world = new VerifierWorld()) {
            world.judge(world.rsa.token(world.claims()));
            String token = world.ec.token(world.claims());
            Uni<Verdict> first = world.verifier.verify(token, "a");
            UniAssertSubscriber<Verdict> gone = first.subscribe().withSubscriber(UniAssertSubscriber.create());
            UniAssertSubscriber<Verdict> stays = world.verifier.verify(token, "b").subscribe()
                    .withSubscriber(UniAssertSubscriber.create());
            gone.cancel();

            assertThat(stays.awaitItem(Duration.ofSeconds(60)).getItem()).isInstanceOf(Verdict.Accepted.class);
        }
    }
}
