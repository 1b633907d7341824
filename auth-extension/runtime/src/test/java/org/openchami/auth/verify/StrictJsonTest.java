package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static boolean read(String json) {
        return StrictJson.object(json.getBytes(StandardCharsets.UTF_8)).isPresent();
    }

    private static boolean readHex(String hex) {
        return StrictJson.object(HexFormat.of().parseHex(hex.replace(" ", ""))).isPresent();
    }

    @Test
    void textBeyondAsciiIsRead() {
        assertThat(StrictJson.object("{\"a\":\"é € 😀\"}".getBytes(StandardCharsets.UTF_8)).orElseThrow().get("a").textValue())
                .isEqualTo("é € 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void anotherEncodingThanUtf8IsNotGuessed(String charset) {
        assertThat(StrictJson.object("{\"a\":1}".getBytes(Charset.forName(charset)))).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNotSkipped() {
        assertThat(read("\uFEFF{}")).isFalse();
    }

    /** An overlong letter, a surrogate in three bytes, a lone continuation, a cut sequence, beyond Unicode. */
    @ParameterizedTest
    @ValueSource(strings = {"7B22 C1A1 223A317D", "7B2261223A22 EDA080 227D", "7B2261223A22 80 227D", "7B2261223A22 C3 227D",
            "7B2261223A22 F4908080 227D"})
    void bytesThatAreNoUtf8AreNotRead(String hex) {
        assertThat(readHex(hex)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800x", "x\\ud800", "\\udc00\\ud800", "\\ud83d\\ud83d\\ude00"})
    void aLoneSurrogateIsNotRead(String escape) {
        assertThat(read("{\"a\":\"" + escape + "\"}")).isFalse();
        assertThat(read("{\"" + escape + "\":1}")).isFalse();
        assertThat(read("{\"a\":[{\"b\":\"" + escape + "\"}]}")).isFalse();
        assertThat(read("{\"a\":\"\\ud83d\\ude00\"}")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e2147483648", "1e99999999999999999999", "NaN", "Infinity", "-Infinity", ".5", "1.", "0x1",
            "00", "-"})
    void aNumberThatIsNoneOrTooGreatIsNotRead(String number) {
        assertThat(read("{\"a\":" + number + "}")).isFalse();
        assertThat(read("{\"a\":[" + number + "]}")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5e9", "1e308", "12345678901234567890123456789012"})
    void aNumberThatIsOneIsRead(String number) {
        assertThat(read("{\"a\":" + number + "}")).isTrue();
    }

    @Test
    void aNumberOfTooManyDigitsIsNotRead() {
        assertThat(read("{\"a\":" + "1".repeat(33) + "}")).isFalse();
    }

    @Test
    void moreThan128MembersAreNotRead() {
        assertThat(read(members(128))).isTrue();
        assertThat(read(members(129))).isFalse();
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"m" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void aNameThatComesTwiceWithinIsNotRead() {
        assertThat(read("{\"a\":{\"b\":1,\"b\":1}}")).isFalse();
        assertThat(read("{\"a\":{\"b\":1},\"c\":{\"b\":1}}")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{},", "{}]", "{} x", "{}\u0000", "{}\n1", "{}//x", "#\n{}", "", " "})
    void whatStandsBesideTheObjectIsNotRead(String json) {
        assertThat(read(json)).isFalse();
    }

    @Test
    void whiteSpaceAroundTheObjectIsRead() {
        assertThat(read(" \r\n\t{ \"a\" : 1 } \n")).isTrue();
    }
}
