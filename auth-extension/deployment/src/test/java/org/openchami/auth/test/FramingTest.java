package org.openchami.auth.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;

/** What stands behind a request whose length could be read in two ways is never answered. */
class FramingTest {
    private static final String AUTHORITY = "http://127.0.0.1:1";
    private static final String HIDDEN = "GET /doors/open HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class).overrideConfigKey("openchami.auth.authority", AUTHORITY)
            .overrideConfigKey("openchami.auth.registration.url", AUTHORITY)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/framing");

    /** Everything until the server closes. */
    private static String sent(String request) throws IOException {
        try (Socket socket = new Socket("localhost", World.PORT)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "chunked, identity", "identity, chunked", "chunked\r\nTransfer-Encoding: chunked"})
    void anotherCodingIsABadRequestAndTheLast(String coding) throws IOException {
        String answer = sent("POST /doors/open HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n" + HIDDEN);

        assertThat(answer).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void aChunkedRequestIsTheLastOfItsConnection() throws IOException {
        String answer = sent(
                "GET /doors/open HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"
                        + HIDDEN);

        assertThat(answer).containsOnlyOnce("HTTP/1.1 ").containsIgnoringCase("Connection: close");
    }

    @Test
    void aChunkedRequestIsAnsweredWhole() throws IOException {
        String answer = sent("GET /doors/open HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("nobody");
    }
}
