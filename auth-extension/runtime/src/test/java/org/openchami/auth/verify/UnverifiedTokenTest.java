package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnverifiedTokenTest {
    private static final String HEADER = part("{\"alg\":\"ES256\",\"kid\":\"k1\"}");
    private static final String CLAIMS = part("{\"iss\":\"http://hydra\"}");
    private static final String SIGNATURE = part("signature");

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static UnverifiedToken.Read read(String token) {
        return UnverifiedToken.of(token, 8192);
    }

    private static void isNone(String token) {
        assertThat(read(token).token()).isEmpty();
    }

    private static void isRefused(String token, Reason reason) {
        isNone(token);
        assertThat(read(token).fault()).isEqualTo(reason);
    }

    @Test
    void headerAndClaimsOfAWellFormedTokenAreRead() {
        UnverifiedToken token = read(HEADER + "." + CLAIMS + "." + SIGNATURE).token().orElseThrow();

        assertThat(UnverifiedToken.text(token.header(), "alg")).contains("ES256");
        assertThat(UnverifiedToken.text(token.claims(), "iss")).contains("http://hydra");
        assertThat(token.signature()).asString().isEqualTo("signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a", "a.b", "{\"payload\":\"\",\"signatures\":[]}", "a.b.c.d.e"})
    void anotherNumberOfPartsIsNoToken(String token) {
        isNone(token);
    }

    /** Some of them are fewer bytes than characters in other alphabets. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "\u20ac", "\ud83d\ude00", "\ud83d\ude00\ud83d\ude00", "\ud800"})
    void charactersBeyondAsciiAreNoToken(String characters) {
        isRefused(characters, Reason.MALFORMED);
        isRefused(characters + HEADER + "." + CLAIMS + "." + SIGNATURE, Reason.MALFORMED);
        isRefused(HEADER + "." + CLAIMS + "." + SIGNATURE + characters, Reason.MALFORMED);
        isRefused(characters.repeat(1000) + "." + CLAIMS + "." + SIGNATURE, Reason.MALFORMED);
    }

    @Test
    void twoFourOrFivePartsAreNoToken() {
        isNone(HEADER + "." + CLAIMS);
        isNone(HEADER + "." + CLAIMS + "." + SIGNATURE + ".");
        isNone(HEADER + "." + CLAIMS + "." + SIGNATURE + "." + SIGNATURE);
        isNone(HEADER + ".." + CLAIMS + "." + SIGNATURE + "." + SIGNATURE);
    }

    @Test
    void anEmptySignatureIsNoToken() {
        isNone(HEADER + "." + CLAIMS + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"x\"", "true", "", " ", "{", "{\"a\":1", "{'a':1}", "{a:1}", "{\"a\":1,}", "{\"a\":NaN}",
            "{\"a\":+1}", "{\"a\":01}", "{/**/}", "{} {}", "{}x", "{}[", "{\"a\":\"\u0001\"}"})
    void whatIsNoJsonObjectIsNoToken(String json) {
        isNone(part(json) + "." + CLAIMS + "." + SIGNATURE);
        isNone(HEADER + "." + part(json) + "." + SIGNATURE);
    }

    @Test
    void aNameThatComesTwiceIsNoToken() {
        isNone(part("{\"alg\":\"ES256\",\"alg\":\"none\"}") + "." + CLAIMS + "." + SIGNATURE);
        isNone(HEADER + "." + part("{\"iss\":\"a\",\"iss\":\"b\"}") + "." + SIGNATURE);
    }

    @Test
    void aNameThatComesTwiceWithAnEscapeIsNoToken() {
        isNone(HEADER + "." + part("{\"iss\":\"a\",\"\\u0069ss\":\"b\"}") + "." + SIGNATURE);
    }

    @Test
    void nestingOfTheGreatestDepthIsRead() {
        assertThat(read(HEADER + "." + part("{\"a\":" + "[".repeat(7) + "]".repeat(7) + "}") + "." + SIGNATURE).token()).isPresent();
    }

    @Test
    void nestingThatIsDeeperIsNoToken() {
        isNone(HEADER + "." + part("{\"a\":" + "[".repeat(8) + "]".repeat(8) + "}") + "." + SIGNATURE);
    }

    @Test
    void aNumberOfAThousandDigitsIsNoToken() {
        isNone(HEADER + "." + part("{\"exp\":" + "9".repeat(1000) + "}") + "." + SIGNATURE);
    }

    @Test
    void bytesThatAreNoUtf8AreNoToken() {
        byte[] json = "{\"iss\":\"XX\"}".getBytes(StandardCharsets.UTF_8);
        json[8] = (byte) 0xC3;
        json[9] = (byte) 0x28;

        isNone(HEADER + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(json) + "." + SIGNATURE);
    }

    @Test
    void paddingIsNoToken() {
        String padded = Base64.getUrlEncoder().encodeToString("{\"a\":\"12\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(padded).endsWith("=");
        isNone(HEADER + "." + padded + "." + SIGNATURE);
        isNone(padded + "." + CLAIMS + "." + SIGNATURE);
        isNone(HEADER + "." + CLAIMS + "." + SIGNATURE + "=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "/", " ", "\n", "\t", "*", "\u00e9", "\u0000"})
    void aCharacterOutsideOfBase64urlIsNoToken(String character) {
        isNone(character + HEADER + "." + CLAIMS + "." + SIGNATURE);
        isNone(HEADER + "." + CLAIMS + character + "." + SIGNATURE);
        isNone(HEADER + "." + CLAIMS + "." + SIGNATURE + character);
        isNone(HEADER + "." + CLAIMS + "." + "AAA" + character);
    }

    @Test
    void bitsThatBelongToNoByteAreNoToken() {
        assertThat(read(HEADER + "." + CLAIMS + ".AA").token()).isPresent();
        isNone(HEADER + "." + CLAIMS + ".AB");
        isNone(part("{\"alg\":1}").replaceAll(".$", "R") + "." + CLAIMS + "." + SIGNATURE);
    }

    @Test
    void aMemberThatIsNoTextCountsAsMissing() {
        UnverifiedToken token = read(part("{\"alg\":[\"ES256\"],\"kid\":7}") + "." + CLAIMS + "." + SIGNATURE).token().orElseThrow();

        assertThat(UnverifiedToken.text(token.header(), "alg")).isEmpty();
        assertThat(UnverifiedToken.text(token.header(), "kid")).isEmpty();
        assertThat(UnverifiedToken.text(token.header(), "typ")).isEmpty();
    }

    @Test
    void aTokenOrAHeaderThatIsTooLongIsNotRead() {
        String header = part("{\"a\":\"" + "x".repeat(1016) + "\"}");

        assertThat(read(header + "." + CLAIMS + "." + SIGNATURE).token()).isPresent();
        isRefused(part("{\"a\":\"" + "x".repeat(1017) + "\"}") + "." + CLAIMS + "." + SIGNATURE, Reason.SIZE);
        isRefused(HEADER + "." + CLAIMS + "." + "A".repeat(8192), Reason.SIZE);
    }

    @Test
    void whyThereIsNoneIsSaid() {
        isRefused("a.b", Reason.MALFORMED);
        isRefused(HEADER + "." + CLAIMS + "." + SIGNATURE + "=", Reason.MALFORMED);
        isRefused(HEADER + "." + part("[]") + "." + SIGNATURE, Reason.JSON);
    }
}
