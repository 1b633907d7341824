package org.openchami.auth.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proof is good for one request. */
class ReplayedProofTest {
    private static final Prover HOLDER = Prover.with("ES256");
    private final DpopWorld world = new DpopWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256"})
    void aProofIsGoodOnce(String algorithm) {
        Prover holder = Prover.with(algorithm);
        String proof = holder.proof(world.now());

        assertThat(world.denial(holder, proof)).isNull();
        assertThat(world.denial(holder, proof)).isEqualTo(Denial.PROOF_REPLAYED);
    }

    @Test
    void anotherProofWithTheSameIdIsAReplay() {
        String first = HOLDER.proof(world.now(), header -> {}, claims -> claims.put("jti", "one"));
        String second = HOLDER.proof(world.now().plusSeconds(1), header -> {}, claims -> claims.put("jti", "one"));

        assertThat(world.denial(HOLDER, first)).isNull();
        assertThat(world.denial(HOLDER, second)).isEqualTo(Denial.PROOF_REPLAYED);
    }

    @Test
    void theIdOfAProofThatWasRefusedIsNotUsedUp() {
        String good = HOLDER.proof(world.now(), header -> {}, claims -> claims.put("jti", "one"));
        String[] parts = good.split("\\.");

        assertThat(world.denial(HOLDER, parts[0] + "." + parts[1] + "." + "A".repeat(86))).isEqualTo(Denial.PROOF_SIGNATURE);
        assertThat(world.denial(HOLDER, good)).isNull();
    }

    @Test
    void twoKeysMayChooseTheSameId() {
        Prover other = Prover.with("ES256");

        assertThat(world.denial(HOLDER, HOLDER.proof(world.now(), header -> {}, claims -> claims.put("jti", "one")))).isNull();
        assertThat(world.denial(other, other.proof(world.now(), header -> {}, claims -> claims.put("jti", "one")))).isNull();
    }

    @Test
    void aProofIsNeverGoodAgain() {
        // dated as far ahead as clocks may differ: so it lives longest
        String proof = HOLDER.proof(world.now().plusSeconds(30));

        assertThat(world.denial(HOLDER, proof)).isNull();
        for (int second = 0; second < 200; second++) {
            world.clock.advance(Duration.ofSeconds(1));
            assertThat(world.denial(HOLDER, proof)).isIn(Denial.PROOF_REPLAYED, Denial.PROOF_TIME);
            // what makes room forgets nothing too early
            world.denial(HOLDER, HOLDER.proof(world.now()));
        }
    }

    @Test
    void whatCannotBeRememberedIsNotLetIn() {
        for (int i = 0; i < DpopWorld.ROOM / 2; i++) {
            assertThat(world.denial(HOLDER, HOLDER.proof(world.now()))).isNull();
        }

        assertThat(world.admit(DpopWorld.token(HOLDER), Call.get().dpop(HOLDER.proof(world.now()))))
                .isEqualTo(new Admission.Undecided(Duration.ofSeconds(1)));
    }

    @Test
    void whoTakesAllTheRoomThereIsLeavesRoomForTheNext() {
        for (int i = 0; i < DpopWorld.ROOM; i++) {
            world.admit(DpopWorld.token(HOLDER), Call.get().dpop(HOLDER.proof(world.now())));
        }
        Prover other = Prover.with("ES256");

        assertThat(world.denial(other, other.proof(world.now()))).isNull();
        assertThat(world.admit(DpopWorld.token(other), Call.get().dpop(other.proof(world.now())))).isInstanceOf(Admission.Granted.class);
    }

    @Test
    void thereIsRoomAgainWhenProofsAreTooOld() {
        for (int i = 0; i < DpopWorld.ROOM; i++) {
            world.admit(DpopWorld.token(HOLDER), Call.get().dpop(HOLDER.proof(world.now())));
        }
        world.clock.advance(Duration.ofSeconds(93));

        assertThat(world.admit(DpopWorld.token(HOLDER), Call.get().dpop(HOLDER.proof(world.now())))).isInstanceOf(Admission.Granted.class);
    }

    @Test
    void aKeyThatIsNotOneOfTheClientsIsNotAllowed() {
        Prover other = Prover.with("ES256");
        world.forgetful("openchami.auth.clients.bss.key-thumbprints", HOLDER.thumbprint(), "openchami.auth.clients.bss.scopes", "smd.read");

        assertThat(world.denial(HOLDER, HOLDER.proof(world.now()))).isNull();
        assertThat(world.denial(other, other.proof(world.now()))).isEqualTo(Denial.KEY_PIN);
        assertThat(world.denial(other, HOLDER.proof(world.now()))).isEqualTo(Denial.DPOP_OTHER_KEY);
    }
}
