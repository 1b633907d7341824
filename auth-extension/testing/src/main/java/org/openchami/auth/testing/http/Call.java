package org.openchami.auth.testing.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One HTTP call to a server on this machine, for tests: blocking, 15 s at most, no redirects followed, any status is an
 * answer.
 */
public final class Call {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final HttpRequest.Builder request;
    private final URI uri;

    private Call(URI uri) {
        this.uri = uri;
        this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(15));
    }

    public static Call to(URI uri) {
        return new Call(uri);
    }

    /** A path below a server's origin; a base with a trailing slash is the same as one without. */
    public static Call to(URI base, String path) {
        return new Call(URI.create(base.toString().replaceAll("/+$", "") + path));
    }

    public Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Call timeout(Duration patience) {
        request.timeout(patience);
        return this;
    }

    public Answer get() {
        return send("GET", BodyPublishers.noBody());
    }

    public Answer delete() {
        return send("DELETE", BodyPublishers.noBody());
    }

    public Answer json(String method, Object body) {
        request.header("Content-Type", "application/json");
        return send(method, BodyPublishers.ofString(body.toString()));
    }

    public Answer form(Map<String, String> fields) {
        request.header("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", BodyPublishers.ofString(encoded(fields)));
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Answer send(String method, BodyPublisher body) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.method(method, body).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new NoAnswer(uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
