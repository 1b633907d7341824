package org.openchami.auth.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openchami.auth.Assurance;
import org.openchami.auth.Origin;

/** What bss signs, smd reads. */
class ContextRoundTripTest {
    private static ContextWorld world;

    @BeforeAll
    static void start() {
        world = new ContextWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static Origin roundTrip(Origin origin, Presented presented) {
        return world.chain(world.sign(ContextWorld.chain(origin)), presented).origin();
    }

    @Test
    void aNodeArrivesAsThatNode() {
        assertThat(roundTrip(ContextWorld.NODE, world.asBss)).isEqualTo(ContextWorld.NODE);
    }

    @Test
    void aNodeOfWhichLittleIsKnownArrivesAsThat() {
        Origin.Node bare = new Origin.Node("x0", Optional.empty(), Optional.empty(), Assurance.CLAIMED);

        assertThat(roundTrip(bare, world.asBss)).isEqualTo(bare);
    }

    @Test
    void aServiceArrivesAsThatService() {
        assertThat(roundTrip(new Origin.Service("bss"), world.asBss)).isEqualTo(new Origin.Service("bss"));
    }

    @Test
    void nobodyKnownArrivesAsNobodyKnown() {
        assertThat(roundTrip(new Origin.Unknown(Optional.of("10.0.0.9")), world.asBss))
                .isEqualTo(new Origin.Unknown(Optional.of("10.0.0.9")));
        assertThat(roundTrip(new Origin.Unknown(Optional.empty()), world.asBss)).isEqualTo(new Origin.Unknown(Optional.empty()));
    }

    @Test
    void aUserArrivesWithTheirOwnToken() {
        assertThat(roundTrip(ContextWorld.OPERATOR, world.asOperator)).isEqualTo(ContextWorld.OPERATOR);
    }

    @Test
    void purposeAndTransactionStayTheSame() {
        CallChain arrived = world.chain(world.sign(ContextWorld.chain(ContextWorld.NODE)), world.asBss);

        assertThat(arrived.purpose()).contains("boot.script");
        assertThat(arrived.transaction()).isEqualTo(ContextWorld.TRANSACTION);
    }

    @Test
    void aCallWithoutPurposeArrivesWithoutOne() {
        CallChain none = CallChain.start(ContextWorld.NODE, Optional.empty(), ContextWorld.TRANSACTION);

        assertThat(world.chain(world.sign(none), world.asBss).purpose()).isEmpty();
    }

    @Test
    void theSenderIsTheLastOfTheServicesPassed() {
        CallChain longer = new CallChain(ContextWorld.NODE, Optional.empty(), ContextWorld.TRANSACTION, List.of("first", "second"));

        assertThat(world.chain(world.sign(longer), world.asBss).via()).containsExactly("first", "second", "bss");
    }

    @Test
    void aContextForTheWholeClusterIsForUs() {
        assertThat(world.chain(world.signed(claims -> claims.setAudience("openchami")), world.asBss).origin()).isEqualTo(ContextWorld.NODE);
    }

    @Test
    void aContextWithinTheSkewHolds() {
        String context = world.sign(ContextWorld.chain(ContextWorld.NODE));
        try {
            world.clock.advance(ContextSigner.LIFE.plusSeconds(29));
            assertThat(world.verify(context, world.asBss)).isInstanceOf(ContextVerdict.Valid.class);
            world.clock.advance(ContextSigner.LIFE.plusSeconds(29 + 30).negated());
            assertThat(world.verify(context, world.asBss)).isInstanceOf(ContextVerdict.Valid.class);
        } finally {
            world.clock.advance(Duration.ofSeconds(30));
        }
    }

    @Test
    void itHoldsNothingOfTheTokenButItsHash() throws Exception {
        var claims = ContextWorld.claims(world.sign(ContextWorld.chain(ContextWorld.NODE)));

        assertThat(claims.getStringClaimValue("ath")).isEqualTo(world.token.hash());
        assertThat(claims.toJson()).doesNotContain(world.token.reveal());
    }

    @Test
    void itNamesSenderSubjectAndReceiver() throws Exception {
        var claims = ContextWorld.claims(world.sign(ContextWorld.chain(ContextWorld.NODE)));

        assertThat(claims.getIssuer()).isEqualTo("svc:bss");
        assertThat(claims.getSubject()).isEqualTo("node:x1000c0s0b0n1");
        assertThat(claims.getAudience()).containsExactly("smd");
        assertThat(claims.getStringClaimValue("req_wl")).isEqualTo("bss");
        assertThat(claims.getClaimNames())
                .isEqualTo(Set.of("iss", "sub", "aud", "iat", "exp", "txn", "purp", "via", "req_wl", "rctx", "ath"));
    }

    @Test
    void nothingIsSaidWhileTheSendersKeysCantBeHad() {
        try (ContextWorld down = new ContextWorld()) {
            down.bss.answer(500, "");

            assertThat(down.verify(down.sign(ContextWorld.chain(ContextWorld.NODE)), down.asBss))
                    .isInstanceOf(ContextVerdict.Undecided.class);
        }
    }
}
