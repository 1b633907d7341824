package org.openchami.auth.cli.hydra;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.openchami.auth.cli.Failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The clients that Hydra knows, through its admin API. Every request ends within 5 s, reads at most 8 MiB and follows no redirect; whatever goes
 * wrong is a {@link Failure}. Pages are found by the {@code Link} header alone, and of it only the query is used.
 */
public final class AdminApi {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MAX_BODY = 8 * 1024 * 1024;
    private static final int MAX_PAGES = 10_000;
    private static final Pattern NEXT = Pattern.compile("<[^>?]*\\?([A-Za-z0-9._~%&=+:@/-]+)>\\s*;\\s*rel=\"?next\"?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(LIMIT).build();
    private final URI origin;

    AdminApi(URI origin) {
        this.origin = origin;
    }

    /** All clients; with an owner, only those of this one. */
    public List<Client> list(Optional<String> owner) {
        List<Client> all = new ArrayList<>();
        String query = "page_size=250" + owner.map(name -> "&owner=" + encoded(name)).orElse("");
        for (int page = 0; page < MAX_PAGES && !query.isEmpty(); page++) {
            HttpResponse<byte[]> answer = send("GET", "/admin/clients?" + query);
            JsonNode clients = json(answer);
            if (answer.statusCode() != 200 || !clients.isArray()) {
                throw refused(answer);
            }
            clients.forEach(client -> all.add(new Client(client)));
            query = clients.isEmpty() ? "" : next(answer);
        }
        return List.copyOf(all);
    }

    /** The client of this id, which must be there. */
    public Client get(String id) {
        return find(id).orElseThrow(() -> new Failure("There is no client '" + id + "'. Cure: see 'openchami-auth clients list'"));
    }

    public Optional<Client> find(String id) {
        HttpResponse<byte[]> answer = send("GET", "/admin/clients/" + encoded(id));
        JsonNode client = json(answer);
        if (answer.statusCode() == 404 && client.hasNonNull("error")) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200 || !client.hasNonNull("client_id")) {
            throw refused(answer);
        }
        return Optional.of(new Client(client));
    }

    /** Deletes a client; one that is not there is deleted. */
    public void delete(String id) {
        HttpResponse<byte[]> answer = send("DELETE", "/admin/clients/" + encoded(id));
        if (answer.statusCode() != 204 && !(answer.statusCode() == 404 && json(answer).hasNonNull("error"))) {
            throw refused(answer);
        }
    }

    private static String next(HttpResponse<byte[]> answer) {
        Matcher link = NEXT.matcher(String.join(",", answer.headers().allValues("Link")));
        return link.find() ? link.group(1) : "";
    }

    private HttpResponse<byte[]> send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(LIMIT).header("Accept", "application/json")
                .method(method, BodyPublishers.noBody()).build();
        CompletableFuture<HttpResponse<byte[]>> asked = http.sendAsync(request, head -> new LimitedBody(MAX_BODY));
        try {
            return asked.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw unreachable("no answer within " + LIMIT.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw unreachable(e.getCause() instanceof IOException failure && failure.getMessage() != null
                    ? failure.getMessage()
                    : e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        }
    }

    private Failure unreachable(String why) {
        return new Failure(
                "Hydra's admin API at " + origin + " can't be reached: " + Client.plain(why) + ". Cure: check --admin, and whether "
                        + "Hydra runs");
    }

    private Failure refused(HttpResponse<byte[]> answer) {
        return new Failure("Hydra's admin API at " + origin + " answered HTTP " + answer.statusCode() + ". Cure: check that --admin is the "
                + "origin of the admin API (port 4445), and Hydra's log");
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return Optional.ofNullable(JSON.readTree(answer.body())).orElseGet(JSON::missingNode);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
