package org.openchami.it.security;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.refusal.Refused;

/** One name once (RFC 8725 section 2.4), UTF-8 and nothing else (section 3.7), and JSON as RFC 8259 has it; all signed by a good key. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictJsonTest {
    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;

    private final SecurityWorld world;

    StrictJsonTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("duplicates")
    void duplicateNames(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void invalidUtf8(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void notOneObject(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("values")
    void notJson(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    Stream<Arguments> duplicates() {
        Draft good = world.good();
        Stream<Arguments> header = Stream.of("alg", "kid", "typ")
                .map(name -> argumentSet("header " + name, good.moreHeader(Draft.quoted(name) + ":" + good.header().get(name)).sign()));
        Stream<Arguments> claims = Stream.of("iss", "aud", "exp", "iat", "sub", "client_id", "scp")
                .map(name -> argumentSet("claim " + name, good.moreClaims(Draft.quoted(name) + ":" + good.claims().get(name)).sign()));
        Stream<Arguments> more = Stream.of(argumentSet("header alg, escaped", good.moreHeader("\"\\u0061lg\":\"none\"").sign()),
                argumentSet("claim iss, escaped", good.moreClaims("\"\\u0069ss\":\"https://evil.example\"").sign()),
                argumentSet("claim that nobody reads", good.moreClaims("\"x\":1,\"x\":1").sign()),
                argumentSet("claim in an inner object", good.claim("ext", "{\"a\":1,\"a\":2}").sign()));
        return Stream.of(header, claims, more).flatMap(all -> all);
    }

    Stream<Arguments> encodings() {
        Stream<Arguments> bytes = Stream
                .of("ff", "fe", "80", "c3", "c328", "c080", "c1bf", "e08080", "eda080", "edb080", "eda081edb081", "f0808080",
                        "f4908080", "f8888080", "fc84808080", "e282", "f09f94")
                .map(hex -> argumentSet("bytes " + hex, claims(with(hex))));
        Draft good = world.good();
        byte[] text = good.claimsText().getBytes(StandardCharsets.UTF_8);
        byte[] header = good.headerText().getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\u00ef\u00bb\u00bf" + good.claimsText()).getBytes(LATIN_1);
        Stream<Arguments> more = Stream.of(argumentSet("BOM before the claims", claims(marked)),
                argumentSet("BOM before the header", good.key().token(("\u00ef\u00bb\u00bf" + good.headerText()).getBytes(LATIN_1), text)),
                argumentSet("bytes ff in the header", good.key().token(with(good.header("x", "\"@\"").headerText(), "ff"), text)),
                argumentSet("lone high surrogate", good.claim("x", "\"\\ud800\"").sign()),
                argumentSet("lone low surrogate", good.claim("x", "\"\\udc00\"").sign()),
                argumentSet("surrogates in the wrong order", good.claim("x", "\"\\udc00\\ud800\"").sign()),
                argumentSet("high surrogate and a letter", good.claim("x", "\"\\ud800a\"").sign()),
                argumentSet("lone surrogate in a name", good.moreClaims("\"\\ud800\":1").sign()),
                argumentSet("lone surrogate in the header", good.header("x", "\"\\ud800\"").sign()));
        Stream<Arguments> wide = Stream.of("UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE").map(Charset::forName)
                .flatMap(charset -> Stream.of(argumentSet(charset + " claims", claims(good.claimsText().getBytes(charset))),
                        argumentSet(charset + " header", good.key().token(new String(header, LATIN_1).getBytes(charset), text))));
        return Stream.of(bytes, more, wide).flatMap(all -> all);
    }

    Stream<Arguments> noObjects() {
        Draft good = world.good();
        String claims = good.claimsText();
        return Stream
                .of("", " ", "null", "true", "0", "\"text\"", "[]", "[" + claims + "]", claims + claims, claims + " " + claims,
                        claims + "x",
                        claims + "]", claims + "}", claims + "\u0000", claims + ",", claims + "//",
                        claims.substring(0, claims.length() - 1),
                        claims.substring(1), "//\n" + claims, "/**/" + claims, "\f" + claims, "\u00a0" + claims)
                .flatMap(text -> Stream.of(argumentSet("claims: " + title(text, claims), good.sign(good.headerText(), text)),
                        argumentSet("header: " + title(text, claims), good.sign(text.replace(claims, good.headerText()), claims))));
    }

    Stream<Arguments> values() {
        Draft good = world.good();
        Stream<Arguments> values = Stream
                .of("NaN", "Infinity", "-Infinity", "01", "-01", "+1", ".5", "1.", "1.e1", "1e", "1e+", "0x10", "1_000", "--1", "-", "'a'",
                        "a",
                        "True", "nil", "undefined", "", "\"a", "\"\\x41\"", "\"\\u00g0\"", "\"\\u00\"", "\"\\\"", "\"a\tb\"", "\"a\nb\"",
                        "\"a\u0000b\"", "\"\\'\"", "\"a\" \"b\"", "[1,]", "[,1]", "[1 2]", "[1", "[1}", "{\"a\":1,}", "{,}", "{\"a\"}",
                        "{\"a\":}", "{a:1}", "{'a':1}", "{\"a\" 1}", "{\"a\"::1}", "{1:1}", "{null:1}", "/**/1", "1//", "#1", "1 2",
                        "\u0661")
                .map(json -> argumentSet("value " + json.replace("\n", "LF").replace("\t", "TAB").replace("\u0000", "NUL"),
                        good.claim("x", json).sign()));
        Stream<Arguments> members = Stream.of("", ",", "\"x\"", "\"x\":1,", "x:1", "'x':1", "\"x\"=1", "\"x\":1;", "\"x\",1")
                .map(member -> argumentSet("behind the claims: ," + member, good.moreClaims(member).sign()));
        return Stream.concat(values, members);
    }

    private static String title(String text, String claims) {
        String title = text.replace(claims, "{..}").replace("\u0000", "NUL").replace("\n", "LF").replace("\f", "FF");
        return title.isBlank() ? title.length() + " blanks" : title.length() > 20 ? title.length() + " characters of it" : title;
    }

    private byte[] with(String hex) {
        return with(world.good().claim("x", "\"@\"").claimsText(), hex);
    }

    /** The text with these bytes in place of the @. */
    private static byte[] with(String text, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return text.replace("@", new String(bytes, LATIN_1)).getBytes(LATIN_1);
    }

    private String claims(byte[] claims) {
        Draft good = world.good();
        return good.key().token(good.headerText().getBytes(StandardCharsets.UTF_8), claims);
    }
}
