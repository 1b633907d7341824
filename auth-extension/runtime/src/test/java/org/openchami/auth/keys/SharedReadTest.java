package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;
import org.openchami.auth.config.Settings.KeySettings;

import io.smallrye.mutiny.Uni;

/** Each read ends when the test says so. */
class SharedReadTest {
    private static final KeySet OLD = set("old");
    private static final KeySet NEW = set("new");
    private final TestTime time = new TestTime();
    private final List<CompletableFuture<KeySet>> reads = new ArrayList<>();
    private final CompletableFuture<Void> rest = new CompletableFuture<>();
    private final SharedRead shared = new SharedRead(
            new Pace(
                    new KeySettings(URI.create("http://hydra.test/"), Duration.ofSeconds(60), Duration.ofMillis(1), Duration.ofHours(1),
                            false, 1),
                    time.around()),
            () -> {
                reads.add(new CompletableFuture<>());
                return Uni.createFrom().completionStage(reads.get(reads.size() - 1));
            }, pause -> Uni.createFrom().completionStage(rest));

    private static KeySet set(String kid) {
        return Jwks.reader().read(Jwks.set(Jwks.ec(kid)), Instant.EPOCH, KeySet.NONE).set();
    }

    private CompletionStage<KeySet> wanting(KeySet wanted) {
        return shared.bringing(wanted::equals).subscribe().asCompletionStage();
    }

    @Test
    void whoComesFirstCausesOneRead() {
        CompletionStage<KeySet> first = wanting(NEW);
        reads.get(0).complete(OLD);

        assertThat(first).isCompletedWithValue(OLD);
        assertThat(reads).hasSize(1);
    }

    @Test
    void whoComesWhileItRunsIsContentIfItBringsWhatIsWanted() {
        wanting(NEW);
        CompletionStage<KeySet> second = wanting(NEW);
        reads.get(0).complete(NEW);

        assertThat(second).isCompletedWithValue(NEW);
        assertThat(reads).hasSize(1);
    }

    @Test
    void whoComesWhileItRunsWaitsForTheNextIfItDoesNot() {
        wanting(NEW);
        time.advance(Duration.ofSeconds(1));
        CompletionStage<KeySet> second = wanting(NEW);
        CompletionStage<KeySet> third = wanting(NEW);
        reads.get(0).complete(OLD);
        assertThat(second).isNotDone();

        reads.get(1).complete(NEW);

        assertThat(List.of(second, third)).allSatisfy(one -> assertThat(one).isCompletedWithValue(NEW));
        assertThat(reads).hasSize(2);
    }

    @Test
    void aFailureIsSharedAndTheNextReadIsMadeAllTheSame() {
        CompletionStage<KeySet> first = wanting(NEW);
        reads.get(0).completeExceptionally(new IllegalStateException());
        assertThat(first).isCompletedExceptionally();

        time.advance(Duration.ofSeconds(1));
        CompletionStage<KeySet> second = wanting(NEW);
        reads.get(1).complete(NEW);

        assertThat(second).isCompletedWithValue(NEW);
    }

    @Test
    void whoComesWhileOneRunsThatFailsWaitsForTheNext() {
        wanting(NEW);
        time.advance(Duration.ofSeconds(1));
        CompletionStage<KeySet> second = wanting(NEW);
        reads.get(0).completeExceptionally(new IllegalStateException());
        reads.get(1).complete(NEW);

        assertThat(second).isCompletedWithValue(NEW);
    }

    @Test
    void whoComesWhileItRestsIsContentWithIt() {
        wanting(NEW);
        reads.get(0).complete(OLD);

        List<CompletionStage<KeySet>> resting = List.of(wanting(NEW), wanting(NEW));
        assertThat(reads).hasSize(1);
        rest.complete(null);
        reads.get(1).complete(OLD);

        assertThat(resting).allSatisfy(one -> assertThat(one).isCompletedWithValue(OLD));
        assertThat(reads).hasSize(2);
    }
}
