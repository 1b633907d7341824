package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.Answer;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Unusable;
import org.openchami.auth.testing.clock.TestClock;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What status 200 brings, from a token as it should be to things that are none. */
class TokenReaderTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private final TestClock clock = TestClock.at(NOW);
    private final JsonObject good = new JsonObject().put("access_token", jwt(new JsonObject().put("aud", JsonArray.of("smd"))))
            .put("expires_in", 299).put("scope", "smd.read smd.write").put("token_type", "bearer");

    static String jwt(JsonObject claims) {
        return part("{\"alg\":\"ES256\"}") + "." + part(claims.encode()) + "." + part("signature");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private TokenAnswer read(String body, Duration took, Optional<String> date) {
        return read(clock, body, took, date);
    }

    static TokenAnswer read(TestClock clock, String body, Duration took, Optional<String> date) {
        Settings.Peer smd = new Settings.Peer("smd", URI.create("http://smd:27779"), "smd", Set.of("smd.read", "smd.write"),
                Optional.empty());
        TokenRequest request = new TokenRequest(smd, new ClientProof(Map.of(), Optional.empty()), Optional.empty());
        return new TokenReader(clock).read(request,
                new Answer(200, body.getBytes(StandardCharsets.UTF_8), Optional.empty(), date, Optional.empty()),
                took);
    }

    private TokenAnswer read(String body) {
        return read(body, Duration.ZERO, Optional.empty());
    }

    private Duration life(JsonObject body) {
        return life(body.encode());
    }

    private Duration life(String body) {
        return ((Granted) read(body)).life();
    }

    private String unusable(JsonObject body) {
        return ((Unusable) read(body.encode())).why();
    }

    private JsonObject goodUntil(Instant exp) {
        return good.copy().put("access_token", jwt(new JsonObject().put("aud", "smd").put("exp", exp.getEpochSecond())));
    }

    @Test
    void aGoodAnswerGivesItsTokenAndHowLongItIsGood() {
        Granted granted = (Granted) read(good.encode());

        assertThat(granted.token().reveal()).isEqualTo(good.getString("access_token"));
        assertThat(granted.life()).isEqualTo(Duration.ofSeconds(299));
        assertThat(granted.token().expiresAt()).isEqualTo(NOW.plusSeconds(299));
        assertThat(granted.refreshToken()).isEmpty();
    }

    @Test
    void theTimeThatTheAnswerTookIsGoneFromTheTokensLife() {
        assertThat(((Granted) read(good.encode(), Duration.ofSeconds(4), Optional.empty())).life()).isEqualTo(Duration.ofSeconds(295));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "<html>login</html>", "[]", "1", "{", "\"x\"", "{}", "{\"access_token\":null}"})
    void whatIsNoTokenAnswerIsUnusable(String body) {
        assertThat(read(body)).isInstanceOf(Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nX-Evil: 1", "a\u0000b", "\u00e4", "a,b"})
    void aTokenThatCantStandInAHeaderIsUnusable(String token) {
        assertThat(unusable(good.copy().put("access_token", token))).contains("access_token");
    }

    @Test
    void aTokenOfAbsurdLengthIsUnusable() {
        assertThat(unusable(good.copy().put("access_token", "a".repeat(16 * 1024 + 1)))).contains("access_token");
    }

    @Test
    void aTokenThatIsNoJwtIsTakenAsItIs() {
        assertThat(read(good.copy().put("access_token", "ory_at_abc.def").encode())).isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "Bearer", "BEARER", "bEaReR"})
    void theTokenTypeIsTakenInAnyCase(String type) {
        assertThat(read(good.copy().put("token_type", type).encode())).isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mac", "DPoP", "", "bearer "})
    void anotherTokenTypeIsUnusable(String type) {
        assertThat(unusable(good.copy().put("token_type", type))).contains("token_type");
    }

    @Test
    void aMissingTokenTypeIsUnusable() {
        good.remove("token_type");

        assertThat(unusable(good)).contains("token_type");
    }

    @Test
    void aMissingEndIsTheTokensOwn() {
        JsonObject body = goodUntil(NOW.plusSeconds(120));
        body.remove("expires_in");

        assertThat(life(body)).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void aTokenWithoutAnyEndIsUnusable() {
        good.remove("expires_in");

        assertThat(unusable(good)).contains("expires_in");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-1e12", "0.5", "\"0\"", "\"-5\""})
    void anEndThatIsNotAheadIsUnusable(String expiresIn) {
        assertThat(unusable(new JsonObject(good.encode().replace("299", expiresIn)))).contains("ended");
    }

    @Test
    void digitsInAStringAreTaken() {
        assertThat(life(good.copy().put("expires_in", "3600"))).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1h", "", "3600 s", "99999999999999999999"})
    void wordsSayNothing(String expiresIn) {
        assertThat(unusable(good.copy().put("expires_in", expiresIn))).contains("expires_in");
        assertThat(life(goodUntil(NOW.plusSeconds(60)).put("expires_in", expiresIn))).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e12", "1000000000000", "1e400", "99999999999999999999", "\"1000000000000\""})
    void anAbsurdLifeIsCutToTheTokensOwnEndAndToADay(String expiresIn) {
        assertThat(life(good.encode().replace("299", expiresIn))).isEqualTo(Duration.ofHours(24));
        assertThat(life(goodUntil(NOW.plusSeconds(60)).encode().replace("299", expiresIn)))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void aWrongClockOfOursFalsifiesNoLife(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));

        assertThat(life(goodUntil(NOW.plusSeconds(300)))).isEqualTo(Duration.ofSeconds(299));
        assertThat(((Granted) read(goodUntil(NOW.plusSeconds(300)).encode(), Duration.ZERO, Optional.of("Tue, 01 Jan 2030 00:00:00 GMT")))
                .life()).isEqualTo(Duration.ofSeconds(299));
    }

    @Test
    void aTokenThatEndsEarlierByTheAuthoritysOwnClockIsGoodNoLonger() {
        String body = goodUntil(NOW.plusSeconds(100)).encode();

        assertThat(((Granted) read(body, Duration.ZERO, Optional.of("Tue, 01 Jan 2030 00:00:00 GMT"))).life())
                .isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void aRefreshTokenComesAlong() {
        assertThat(((Granted) read(good.copy().put("refresh_token", "ory_rt_x").encode())).refreshToken().orElseThrow().reveal())
                .isEqualTo("ory_rt_x");
    }

    @Test
    void aRefreshTokenThatIsNoneCostsNoAccessToken() {
        assertThat(((Granted) read(good.copy().put("refresh_token", "a\nb").encode())).refreshToken()).isEmpty();
    }

    @Test
    void noTextOfAnAnswerHoldsTheToken() {
        assertThat(read(good.copy().put("refresh_token", "ory_rt_x").encode()).toString())
                .doesNotContain(good.getString("access_token")).doesNotContain("ory_rt_x");
        assertThat(unusable(good.copy().put("scope", "none"))).doesNotContain(good.getString("access_token"));
    }
}
