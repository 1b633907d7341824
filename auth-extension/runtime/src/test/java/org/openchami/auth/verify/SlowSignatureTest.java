package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.keys.Algorithm;
import org.openchami.auth.testing.token.TokenForge;

/** Which thread checks the signature of a token that is not remembered. */
class SlowSignatureTest {
    private static final String PEER = "127.0.0.1";

    private final List<String> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private final VerifierWorld world = new VerifierWorld(Watched::new, "openchami.auth.keys.stale", "60S");

    /** Notes where it checks; what is slow begins when the test says so. */
    private final class Watched extends SignatureCheck {
        Watched(SignatureCount count) {
            super(count);
        }

        @Override
        boolean good(Algorithm algorithm, PublicKey key, byte[] text, int length, byte[] signature) {
            threads.add(Thread.currentThread().getName());
            if (slow(algorithm)) {
                await(go);
            }
            return super.good(algorithm, key, text, length, signature);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The keys are there. */
    @BeforeEach
    void readKeys() {
        world.accepted(world.rsa.token(world.claims()));
        threads.clear();
    }

    @AfterEach
    void stop() {
        go.countDown();
        world.close();
    }

    private CompletableFuture<Verdict> brought(String token) {
        return world.verifier.verify(token, PEER).subscribeAsCompletionStage();
    }

    private static Verdict of(CompletableFuture<Verdict> verdict) throws Exception {
        return verdict.get(60, TimeUnit.SECONDS);
    }

    @Test
    void whoBringsAnEllipticTokenGoesOnBeforeItIsChecked() throws Exception {
        CompletableFuture<Verdict> verdict = brought(world.ec.token(world.claims()));

        assertThat(verdict).isNotDone();
        go.countDown();
        assertThat(of(verdict)).isInstanceOf(Verdict.Accepted.class);
        assertThat(threads).singleElement().asString().startsWith("openchami-auth-signatures");
    }

    @Test
    void aForgedEllipticTokenKeepsNobodyElsesWaiting() throws Exception {
        CompletableFuture<Verdict> forged = brought(TokenForge.withNewEcKey().claimingKid(world.ec.kid()).token(world.claims()));

        assertThat(of(brought(world.rsa.token(world.claims())))).isInstanceOf(Verdict.Accepted.class);
        assertThat(forged).isNotDone();
        go.countDown();
        assertThat(of(forged)).isEqualTo(new Verdict.Rejected(Reason.SIGNATURE));
    }

    @Test
    void anRsaTokenIsCheckedWhereItIsBrought() {
        CompletableFuture<Verdict> verdict = brought(world.rsa.token(world.claims()));

        assertThat(verdict).isCompletedWithValueMatching(Verdict.Accepted.class::isInstance);
        assertThat(threads).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void aRememberedEllipticTokenIsCheckedByNobody() throws Exception {
        go.countDown();
        String token = world.ec.token(world.claims());
        of(brought(token));
        threads.clear();

        assertThat(world.verifier.cached(token)).isPresent();
        assertThat(brought(token)).isCompletedWithValueMatching(Verdict.Accepted.class::isInstance);
        assertThat(threads).isEmpty();
    }

    @Test
    void ofATokenWhoseKeyIsGoneWhenItsSignatureIsCheckedNothingIsSaid() throws Exception {
        CompletableFuture<Verdict> verdict = brought(world.ec.token(world.claims()));
        world.clock.advance(Duration.ofSeconds(61));
        go.countDown();

        assertThat(of(verdict)).isInstanceOf(Verdict.Undecided.class);
    }
}
