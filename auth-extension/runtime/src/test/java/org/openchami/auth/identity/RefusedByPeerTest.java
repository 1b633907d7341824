package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.secret.BearerToken;

/** A peer answered 401 to the token that is held. */
class RefusedByPeerTest {
    private final TokenWorld world = new TokenWorld();
    private final BearerToken first = world.token.current().await().indefinitely();

    private CompletableFuture<BearerToken> instead(BearerToken refused) {
        return world.token.instead(refused).subscribe().asCompletionStage();
    }

    private String insteadNow(BearerToken refused) {
        CompletableFuture<BearerToken> answer = instead(refused);
        assertThat(answer).as("the caller has to wait").isDone();
        return answer.join().reveal();
    }

    @Test
    void anotherTokenThatIsHeldIsGivenAtOnceAndNobodyIsAsked() {
        world.token.renew().await().indefinitely();

        assertThat(insteadNow(first)).isEqualTo("token-2");
        assertThat(world.grants.count()).isEqualTo(2);
    }

    @Test
    void theTokenThatIsHeldIsReplaced() {
        assertThat(insteadNow(first)).isEqualTo("token-2");
        assertThat(world.now()).isEqualTo("token-2");
    }

    @Test
    void aThousandRefusalsOfOneTokenCostOneRenewal() {
        for (int i = 0; i < 1_000; i++) {
            insteadNow(first);
        }

        assertThat(world.grants.count()).isEqualTo(2);
    }

    @Test
    void aThousandRefusalsAtOnceWaitForOneRenewalAndAllGetItsToken() {
        world.grants.hang();
        List<CompletableFuture<BearerToken>> callers = IntStream.range(0, 1_000).parallel().mapToObj(i -> instead(first)).toList();

        assertThat(world.grants.count()).isEqualTo(2);
        world.grants.answer();
        assertThat(callers).allSatisfy(caller -> assertThat(caller.join().reveal()).isEqualTo("token-2"));
    }

    @Test
    void aPeerThatRefusesEveryTokenCostsOneRenewalAPause() {
        for (int i = 0; i < 1_000; i++) {
            BearerToken held = world.token.current().await().indefinitely();
            insteadNow(held);
            world.crank.forward(Duration.ofMillis(60));
        }

        assertThat(world.grants.count() - 1).isLessThanOrEqualTo(60 / 5 + 1);
    }

    @Test
    void tooSoonForAnotherRenewalTheSameTokenComesBack() {
        insteadNow(first);
        BearerToken second = world.token.current().await().indefinitely();

        assertThat(insteadNow(second)).isEqualTo("token-2");
        assertThat(world.grants.count()).isEqualTo(2);
    }

    @Test
    void inThePauseAfterAFailureNobodyIsAsked() {
        world.grants.fail();
        world.token.renew().subscribe().with(token -> {}, failure -> {});
        int before = world.grants.count();

        assertThat(insteadNow(first)).isEqualTo("token-1");
        assertThat(world.grants.count()).isEqualTo(before);
    }

    @Test
    void whoWaitsForAnotherTokenIsToldWithinTheLimit() {
        world.grants.hang();
        CompletableFuture<BearerToken> caller = instead(first);

        world.crank.forward(Duration.ofSeconds(5));

        assertThat(catchThrowable(caller::join)).hasCauseInstanceOf(IdentityUnavailableException.class);
    }

    @Test
    void othersWaitForTheNewTokenMeanwhile() {
        world.grants.hang();
        instead(first);
        CompletableFuture<BearerToken> other = world.token.current().subscribe().asCompletionStage();

        assertThat(other).isNotDone();
        world.grants.answer();
        assertThat(other.join().reveal()).isEqualTo("token-2");
    }

    @Test
    void othersGetTheOldTokenWhenTheNewOneTakesTooLong() {
        world.grants.hang();
        instead(first);
        CompletableFuture<BearerToken> other = world.token.current().subscribe().asCompletionStage();

        world.crank.forward(Duration.ofSeconds(5));

        assertThat(other.join().reveal()).isEqualTo("token-1");
    }

    @Test
    void theOldTokenGoesOnBeingServedWhenNoNewOneComes() {
        world.grants.fail();

        assertThat(catchThrowable(() -> insteadNow(first))).isNotNull();
        assertThat(world.now()).isEqualTo("token-1");
    }
}
