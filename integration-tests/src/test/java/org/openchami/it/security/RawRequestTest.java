package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.it.refusal.Refused;

/** What is no HTTP, or two requests to two readers (RFC 9112 sections 5 and 6), is refused by the server, or read in the safe way. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawRequestTest {
    private final SecurityWorld world;
    private final String good;

    RawRequestTest(SecurityWorld world) {
        this.world = world;
        this.good = world.good().sign();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void controlCharacters(String line) {
        assertThat(RawHttp.to(world).line(line).get().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("names")
    void headerNameThatIsNone(String line) {
        assertThat(RawHttp.to(world).header("X-Any", "a").line(line).get().status()).isEqualTo(400);
    }

    /** A line that is no header of its own, or one of another name, is no credential. */
    @ParameterizedTest
    @MethodSource("others")
    void lineThatIsAnotherHeader(String line) {
        Refused.NO_TOKEN.is(RawHttp.to(world).header("X-Any", "a").line(line).get());
    }

    /** RFC 9112 section 5.2 lets a server read a line break before a blank as a blank: between scheme and token there may be one. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "   "})
    void obsFoldBetweenSchemeAndToken(String blanks) {
        assertThat(folded("Bearer", blanks + good).status()).isEqualTo(200);
        Refused.INSUFFICIENT_SCOPE.is(folded("Bearer", blanks + world.good().claim("scp", "[]").sign()));
        Refused.INVALID_TOKEN.is(folded("Bearer", blanks + "abc.def.ghi"));
    }

    /** Anywhere else there may be none. */
    @Test
    void obsFoldInTheTokenOrBeforeTheScheme() {
        Refused.INVALID_REQUEST.is(folded("Bearer " + good.substring(0, 20), " " + good.substring(20)));
        Refused.INVALID_REQUEST.is(folded("", " Bearer " + good));
        Refused.INVALID_REQUEST.is(folded("Bearer " + good, " " + good));
    }

    private Answer folded(String first, String second) {
        return RawHttp.to(world).line("Authorization: " + first + "\r\n" + second).get();
    }

    /** The second request, which only one of two readers sees, is not answered. */
    @ParameterizedTest
    @MethodSource("smuggled")
    void smuggling(String head) {
        assertThat(sent(head).status()).isEqualTo(400);
    }

    /** Chunked, as RFC 9112 section 6.3 has it, and the last of its connection; the length beside it is dropped before anybody sees it. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
            "Content-Length: 200\r\nTransfer-Encoding: chunked\r\n"})
    void contentLengthBesideTransferEncoding(String head) {
        assertThat(sent(head).status()).isEqualTo(200);
    }

    /** One answer, after which the server closes: else this would wait in vain. */
    private Answer sent(String head) {
        String body = "0\r\n\r\nGET " + SecurityWorld.PATH + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + good + "\r\n\r\n";
        Answer answer = RawHttp.to(world).exchange("GET /hsm/v2/service/ready HTTP/1.1\r\nHost: a\r\n" + head + "\r\n" + body);
        assertThat(answer.body()).doesNotContain("HTTP/1.1").doesNotContain("Components");
        return answer;
    }

    Stream<Arguments> controls() {
        return Stream.of("\r", "\n", "\u0000", "\u007f", "\u0001", "\u000b", "\u001b")
                .flatMap(c -> Stream.of(
                        argumentSet("%02x in the token".formatted((int) c.charAt(0)),
                                "Authorization: Bearer " + good.substring(0, 20) + c + good.substring(20)),
                        argumentSet("%02x behind the token".formatted((int) c.charAt(0)), "Authorization: Bearer " + good + c + "X: y"),
                        argumentSet("%02x in another header".formatted((int) c.charAt(0)),
                                "X-Any: a" + c + "b\r\nAuthorization: Bearer " + good)));
    }

    Stream<Arguments> names() {
        return Stream.of(argumentSet("blank before the colon", "Authorization : Bearer " + good),
                argumentSet("no colon", "Authorization Bearer " + good),
                argumentSet("NUL in the name", "Authori\u0000zation: Bearer " + good));
    }

    Stream<Arguments> others() {
        return Stream.of(argumentSet("blank before the name", " Authorization: Bearer " + good),
                argumentSet("tab before the name", "\tAuthorization: Bearer " + good), argumentSet("no name", ": Bearer " + good),
                argumentSet("underscore", "Authorization_: Bearer " + good));
    }

    Stream<Arguments> smuggled() {
        return Stream.of(argumentSet("two CL", "Content-Length: 5\r\nContent-Length: 200\r\n"),
                argumentSet("CL list", "Content-Length: 5, 200\r\n"),
                argumentSet("CL signed", "Content-Length: +5\r\n"), argumentSet("CL negative", "Content-Length: -5\r\n"),
                argumentSet("CL in hex", "Content-Length: 0x5\r\n"),
                argumentSet("TE not chunked last", "Transfer-Encoding: chunked, identity\r\n"),
                argumentSet("TE unknown", "Transfer-Encoding: xchunked\r\n"),
                argumentSet("TE twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"),
                argumentSet("blank before TE's colon", "Transfer-Encoding : chunked\r\n"));
    }
}
