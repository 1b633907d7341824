package org.openchami.auth.testing.fault;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@link TcpProxy} before a server of HTTP/1.1 that notes each request when it is sent, and each status when it comes back. It changes
 * nothing unless it is told to: a server that dies closes its clients' connections, as it would without.
 */
public final class HttpWire implements AutoCloseable {
    private static final Pattern REQUEST = Pattern.compile("([A-Z]{3,7}) (\\S+) HTTP/1\\.1");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final int HEAD = 2_048;

    private final AtomicLong number = new AtomicLong();
    private final Map<Long, Exchange> exchanges = new ConcurrentSkipListMap<>();
    private final Map<Long, Long> open = new ConcurrentHashMap<>();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final TcpProxy line;

    /**
     * One request and what became of it.
     *
     * @param answered the distant future as long as there is no answer
     * @param path without the query
     * @param status 0 as long as there is no answer
     */
    public record Exchange(Instant sent, Instant answered, String method, String path, int status) {
        Exchange answeredWith(int answer) {
            return new Exchange(sent, Instant.now(), method, path, answer);
        }
    }

    private HttpWire(int port) {
        line = TcpProxy.start("127.0.0.1", port, new Listener() {
            @Override
            public void sent(long connection, ByteBuffer bytes) {
                heardRequest(connection, bytes);
            }

            @Override
            public void answered(long connection, ByteBuffer bytes) {
                heardAnswer(connection, bytes);
            }
        });
    }

    /** @param port of a server on this machine */
    public static HttpWire before(int port) {
        return new HttpWire(port);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + line.port());
    }

    /** In the order in which they were sent. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges.values());
    }

    /** This is done once, while the next request with this method waits on the wire. */
    public void beforeNext(String method, Runnable action) {
        before.put(method, action);
    }

    /** The next request with this method is done, and its answer gets lost: all connections end instead, and new ones are taken. */
    public void loseNextAnswerTo(String method) {
        lost.add(method);
    }

    private void heardRequest(long connection, ByteBuffer bytes) {
        Matcher head = REQUEST.matcher(text(bytes));
        if (head.lookingAt()) {
            long next = number.incrementAndGet();
            exchanges.put(next, new Exchange(Instant.now(), Instant.MAX, head.group(1), head.group(2).replaceAll("\\?.*", ""), 0));
            open.put(connection, next);
            Optional.ofNullable(before.remove(head.group(1))).ifPresent(Runnable::run);
        }
    }

    private void heardAnswer(long connection, ByteBuffer bytes) {
        Matcher head = STATUS.matcher(text(bytes));
        Long request = open.get(connection);
        if (request != null && head.lookingAt()) {
            int status = Integer.parseInt(head.group(1));
            Exchange answered = exchanges.computeIfPresent(request, (same, sent) -> sent.answeredWith(status));
            if (answered != null && lost.remove(answered.method())) {
                line.endConnections();
            }
        }
    }

    private static String text(ByteBuffer bytes) {
        byte[] head = new byte[Math.min(HEAD, bytes.remaining())];
        bytes.get(head);
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        line.close();
    }
}
