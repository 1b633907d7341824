package org.openchami.auth.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.Origin;
import org.openchami.auth.context.ContextVerdict.Fault;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.secret.BearerToken;

/** Contexts that bss signed, and that do not hold all the same. */
class ContextFaultTest {
    private static ContextWorld world;

    @BeforeAll
    static void start() {
        world = new ContextWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static NumericDate fromNow(long seconds) {
        return NumericDate.fromSeconds(world.clock.instant().getEpochSecond() + seconds);
    }

    @ParameterizedTest
    @CsvSource({"-100,-40", "-91,-31", "31,60", "0,61", "-30,31"})
    void aContextOfAnotherTimeIsStale(long made, long end) {
        assertThat(world.fault(world.signed(claims -> {
            claims.setIssuedAt(fromNow(made));
            claims.setExpirationTime(fromNow(end));
        }))).isEqualTo(Fault.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "exp"})
    void aContextWithoutItsTimesIsStale(String claim) {
        assertThat(world.fault(world.signed(claims -> claims.unsetClaim(claim)))).isEqualTo(Fault.STALE);
    }

    @Test
    void timesThatOverflowAreStale() {
        assertThat(world.fault(world.signed(claims -> {
            claims.setClaim("iat", Long.MIN_VALUE + 1);
            claims.setClaim("exp", 4_000_000_000L);
        }))).isEqualTo(Fault.STALE);
    }

    @Test
    void aContextForSomebodyElseIsNotForUs() {
        assertThat(world.fault(world.signed(claims -> claims.setAudience("other")))).isEqualTo(Fault.AUDIENCE);
        assertThat(world.fault(world.signed(claims -> claims.unsetClaim("aud")))).isEqualTo(Fault.AUDIENCE);
    }

    @Test
    void aContextBoundToAnotherTokenDoesNotHold() {
        Presented other = new Presented(new BearerToken("another-token", world.token.expiresAt()), "http://hydra", "bss", "bss", true,
                Set.of("smd"));

        assertThat(world.fault(world.sign(ContextWorld.chain(ContextWorld.NODE)), other)).isEqualTo(Fault.OTHER_TOKEN);
        assertThat(world.fault(world.signed(claims -> claims.unsetClaim("ath")))).isEqualTo(Fault.OTHER_TOKEN);
    }

    @Test
    void aSenderThatIsNotConfiguredIsUnknown() {
        assertThat(world.fault(world.signed(claims -> claims.setIssuer("svc:evil")))).isEqualTo(Fault.UNKNOWN_SENDER);
    }

    @Test
    void aSenderWhoseKeysHaveNoAddressProvesNothing() {
        Presented keyless = new Presented(world.token, "http://hydra", "keyless", "keyless", true, Set.of("smd"));

        assertThat(world.fault(world.signed(claims -> claims.setIssuer("svc:keyless")), keyless)).isEqualTo(Fault.SIGNATURE);
    }

    @Test
    void theContextOfOneServiceWithTheTokenOfAnotherIsForeign() {
        Presented css = new Presented(world.token, "http://hydra", "css", "css", true, Set.of("smd"));

        assertThat(world.fault(world.sign(ContextWorld.chain(ContextWorld.NODE)), css)).isEqualTo(Fault.FOREIGN);
    }

    @Test
    void anOriginThatTheSenderMayNotSpeakForIsRefused() {
        Presented css = new Presented(world.token, "http://hydra", "css", "css", true, Set.of("smd"));
        String context = world.signed(claims -> {
            claims.setIssuer("svc:css");
            claims.setStringListClaim("via", "css");
            claims.setSubject("service:css");
            claims.setClaim("rctx", Map.of("type", "service", "client_id", "css"));
        });

        assertThat(world.fault(context, css)).isEqualTo(Fault.ORIGIN_NOT_ALLOWED);
    }

    @Test
    void aServiceMayNotSpeakForAUserWithItsOwnToken() {
        assertThat(world.fault(world.sign(ContextWorld.chain(ContextWorld.OPERATOR)))).isEqualTo(Fault.ORIGIN_NOT_ALLOWED);
    }

    @Test
    void withAUsersTokenAContextSpeaksOfThatUserAlone() {
        for (Origin origin : List.of(new Origin.User("http://hydra", "another"), new Origin.User("http://other", "operator"),
                ContextWorld.NODE,
                new Origin.Service("bss"), new Origin.Unknown(Optional.empty()))) {
            assertThat(world.fault(world.sign(ContextWorld.chain(origin)), world.asOperator)).as(origin.kind())
                    .isEqualTo(Fault.ORIGIN_NOT_ALLOWED);
        }
    }

    @Test
    void moreHopsThanFourAreRefused() {
        CallChain three = new CallChain(ContextWorld.NODE, Optional.empty(), ContextWorld.TRANSACTION, List.of("a", "b", "c"));
        CallChain four = new CallChain(ContextWorld.NODE, Optional.empty(), ContextWorld.TRANSACTION, List.of("a", "b", "c", "d"));

        assertThat(world.verify(world.sign(three), world.asBss)).isInstanceOf(ContextVerdict.Valid.class);
        assertThat(world.fault(world.sign(four))).isEqualTo(Fault.MALFORMED);
    }

    @Test
    void aSenderThatDoesNotNameItselfLastIsRefused() {
        assertThat(world.fault(world.signed(claims -> claims.setStringListClaim("via", "bss", "css")))).isEqualTo(Fault.MALFORMED);
    }

    @Test
    void anotherKeyUnderTheSendersIdIsRefused() {
        SigningKey other = SigningKey.generate();
        String context = world.sign(ContextWorld.chain(ContextWorld.NODE));
        String forged = other.sign(ContextSigner.TYPE, ContextWorld.claims(context));

        assertThat(world.fault(forged)).isEqualTo(Fault.SIGNATURE);
        assertThat(world.fault(context.substring(0, context.lastIndexOf('.')) + forged.substring(forged.lastIndexOf('.'))))
                .isEqualTo(Fault.SIGNATURE);
    }

    @Test
    void aSenderSignsWithTheKeysItIsPinnedToAndNoOther() {
        assertThat(faultOf("pinned")).isNull();
        assertThat(faultOf("elsewhere")).isEqualTo(Fault.KEY_PIN);
    }

    private static Fault faultOf(String sender) {
        return world.fault(world.signed(claims -> {
            claims.setIssuer("svc:" + sender);
            claims.setStringListClaim("via", sender);
        }), new Presented(world.token, "http://hydra", sender, sender, true, Set.of("smd")));
    }

    @Test
    void aContextIsBoundToATokenAndNeverToACertificate() {
        Presented certificate = Presented.certificate("certificate", "bss", true);

        assertThat(world.fault(world.sign(ContextWorld.chain(ContextWorld.NODE)), certificate)).isEqualTo(Fault.OTHER_TOKEN);
        assertThat(world.fault(world.signed(claims -> claims.setStringClaim("ath", "")), certificate)).isEqualTo(Fault.OTHER_TOKEN);
        assertThat(world.fault(world.signed(claims -> claims.unsetClaim("ath")), certificate)).isEqualTo(Fault.OTHER_TOKEN);
    }

    @Test
    void anotherPayloadUnderAGoodSignatureIsRefused() {
        String good = world.sign(ContextWorld.chain(ContextWorld.NODE));
        String other = world.sign(ContextWorld.chain(new Origin.Unknown(Optional.empty())));

        assertThat(world.fault(good.substring(0, good.indexOf('.')) + other.substring(other.indexOf('.'), other.lastIndexOf('.'))
                + good.substring(good.lastIndexOf('.')))).isEqualTo(Fault.SIGNATURE);
    }
}
