package org.openchami.it.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.openchami.auth.testing.http.Answer;

/** One HTTP/1.1 request as it is written, byte by byte, on a connection of its own: for what no client library sends. */
final class RawHttp {
    /** The status of no answer at all. */
    static final int HUNG_UP = 0;
    private static final int PATIENCE = 15_000;
    private final int port;
    private final List<String> lines = new ArrayList<>();

    private RawHttp(int port) {
        this.port = port;
    }

    static RawHttp to(SecurityWorld world) {
        return new RawHttp(world.world().smd().url().getPort());
    }

    /** A line of the head; what it is made of is the caller's business. */
    RawHttp line(String line) {
        lines.add(line);
        return this;
    }

    RawHttp header(String name, String value) {
        return line(name + ": " + value);
    }

    Answer get() {
        return send("GET", SecurityWorld.PATH, "");
    }

    Answer send(String method, String target, String body) {
        return exchange(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n"
                + (lines.isEmpty() ? "" : String.join("\r\n", lines) + "\r\n") + "\r\n" + body);
    }

    /** The first answer to that; {@link #HUNG_UP} if there is none. */
    Answer exchange(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        } catch (SocketException hungUp) {
            return new Answer(HUNG_UP, headers(List.of()), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        } catch (SocketException reset) {
            // what came before counts
        }
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(HUNG_UP, headers(List.of()), text);
        }
        List<String> head = Arrays.asList(text.substring(0, end).split("\r\n"));
        return new Answer(Integer.parseInt(head.get(0).split(" ")[1]), headers(head.subList(1, head.size())), text.substring(end + 4));
    }

    private static HttpHeaders headers(List<String> lines) {
        Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            String[] parts = line.split(":", 2);
            map.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1].strip());
        }
        // what we asked for ourselves
        map.remove("Connection");
        return HttpHeaders.of(map, (name, value) -> true);
    }
}
