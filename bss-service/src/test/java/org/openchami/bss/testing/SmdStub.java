package org.openchami.bss.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** smd as far as bss asks it: answers by request line, 404 for what it doesn't know, and failures on command. */
public final class SmdStub {
    private static final SmdStub INSTANCE = new SmdStub();

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private volatile int failing;

    private SmdStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/hsm/v2", this::answer);
        server.start();
    }

    public static SmdStub get() {
        return INSTANCE;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Knows nothing, fails nowhere. */
    public void clear() {
        answers.clear();
        requests.clear();
        credentials.clear();
        failing = 0;
    }

    public void on(String pathAndQuery, String json) {
        answers.put(pathAndQuery, json);
    }

    /** From now on every answer has this status and a JSON error object; 0 ends it. */
    public void failWith(int status) {
        failing = status;
    }

    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The Authorization header of each request. */
    public List<String> credentials() {
        return List.copyOf(credentials);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString().substring("/hsm/v2".length());
        requests.add(asked);
        credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String known = answers.get(asked);
        int status = failing != 0 ? failing : known != null || asked.contains("?") ? 200 : 404;
        String body = status != 200 ? "{\"title\":\"error\",\"status\":" + status + "}" : known != null ? known : empty(asked);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String empty(String asked) {
        return asked.startsWith("/Inventory/EthernetInterfaces")
                ? "[]"
                : asked.startsWith("/Inventory/ComponentEndpoints") ? "{\"ComponentEndpoints\":[]}" : "{\"Components\":[]}";
    }
}
