package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.authority.ScriptedServer.Reply;

/** The address gives no good answer: what was known stays known, for a while, and the rest can't be told. */
class KeySourceFaultTest {
    private final KeyServer keys = new KeyServer(Duration.ofMillis(1));

    @AfterEach
    void close() {
        keys.close();
    }

    @ParameterizedTest
    @CsvSource({"500,{}", "503,{}", "404,{}", "204,''", "200,''", "200,<html>login</html>", "200,null", "200,[]", "200,{}",
            "200,{\"keys\":[]}", "200,{\"keys\":[{\"kty\":\"oct\"}]}", "200,{\"keys\":["})
    void aBadAnswerNeverReplacesAGoodOne(int status, String body) {
        keys.hold("a");
        keys.server.answer(status, body);
        keys.refresh();

        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void anAnswerOf10MegabytesNeverReplacesAGoodOne() {
        keys.hold("a");
        keys.server.answer(200, "{\"keys\":[]," + " ".repeat(10_000_000) + "}");
        keys.refresh();

        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void aRedirectIsABadAnswerAndNobodyAsksItsTarget() {
        try (ScriptedServer target = new ScriptedServer()) {
            keys.hold("a");
            keys.server.answer(Reply.redirect(target.uri("/jwks.json")));
            keys.refresh();

            assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
            assertThat(target.requests()).isEmpty();
        }
    }

    @Test
    void aHangingAddressNeverReplacesAGoodAnswer() {
        keys.hold("a");
        keys.server.hang();
        keys.refresh();

        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void anAddressThatGaveKeysBeforeIsNotWaitedForLongSoThatItsRecoveryIsSeenSoon() {
        keys.hold("a");
        keys.server.hang();
        try (LoggedLines log = new LoggedLines()) {
            keys.refresh();

            assertThat(log.at(Level.WARNING)).singleElement().asString().contains("no answer within 2 s");
        }
    }

    @Test
    void anAddressThatIsNotThereLeavesTheLastGoodAnswer() {
        keys.hold("a");
        keys.server.close();
        keys.refresh();

        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void theLastGoodAnswerServesUpToTheEndOfTheStaleWindow() {
        keys.hold("a");
        keys.server.answer(500, "");
        keys.time.advance(KeyServer.STALE.minusSeconds(1));

        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void pastTheStaleWindowNothingCanBeSaid() {
        keys.hold("a");
        keys.server.answer(500, "");
        keys.time.advance(KeyServer.STALE);

        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Unavailable.class);
        assertThat(keys.source.held().usable()).isFalse();
    }

    @Test
    void pastTheStaleWindowAGoodAnswerHeals() {
        keys.hold("a");
        keys.time.advance(KeyServer.STALE);

        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void aFirstReadThatFailsLeavesEverythingUnsaid() {
        keys.server.answer(500, "");

        assertThat(keys.find("a")).isInstanceOfSatisfying(KeyLookup.Unavailable.class,
                unavailable -> assertThat(unavailable.retryAfter()).isPositive());
    }

    @Test
    void aKeyThatIsNotHeldCantBeToldUnknownWhileTheAddressFails() {
        keys.hold("a");
        keys.server.answer(500, "");

        assertThat(keys.find("b")).isInstanceOf(KeyLookup.Unavailable.class);
    }

    @Test
    void afterAFailureTheNextReadIsMadeAllTheSame() {
        keys.server.answer(500, "");
        keys.find("a");
        keys.publish("a");
        keys.time.advance(Duration.ofSeconds(10));

        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void nobodyWaitsForAnAddressThatIsKnownToBeAwayWhileThereAreNoKeys() {
        keys.server.answer(500, "");
        keys.find("a");
        keys.server.hang();

        assertThat(keys.source.find("a", "10.0.0.1").subscribe().asCompletionStage())
                .isCompletedWithValueMatching(KeyLookup.Unavailable.class::isInstance);
        assertThat(keys.server.requests()).hasSize(1);
    }

    @Test
    void whatAsksUsToStayAwayIsNotAskedUntilThen() {
        keys.hold("a");
        keys.server.answer(new Reply(503, Map.of("Retry-After", "7"), new byte[0]));
        keys.refresh();
        keys.publish("a", "b");

        assertThat(keys.find("b")).isEqualTo(new KeyLookup.Unavailable(Duration.ofSeconds(7)));
        assertThat(keys.source.due()).isFalse();
        assertThat(keys.find("a")).isInstanceOf(KeyLookup.Found.class);
        assertThat(keys.server.requests()).hasSize(2);

        keys.time.advance(Duration.ofSeconds(7));
        assertThat(keys.source.due()).isTrue();
        assertThat(keys.find("b")).isInstanceOf(KeyLookup.Found.class);
    }
}
