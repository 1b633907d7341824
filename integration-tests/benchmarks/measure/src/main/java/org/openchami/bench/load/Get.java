package org.openchami.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

/** A request, the same for both services of a pair. */
public record Get(String path, Map<String, String> headers) {
    /** As it goes over the wire to this server. */
    byte[] bytes(URI server) {
        StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n");
        headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Sent once. */
    public Answer to(URI server) {
        Call call = Call.to(server, path);
        headers.forEach(call::header);
        return call.get();
    }

    @Override
    public String toString() {
        return "GET " + path;
    }
}
