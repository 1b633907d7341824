package org.openchami.smd.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openchami.smd.Database;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.security.TestSecurity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

/** An empty inventory before each test, and a client of it that says no more than it must: no content type, no accepted types. */
@QuarkusTestResource(Database.class)
@TestSecurity(user = "operator", permissions = {"smd.read", "smd.write"})
abstract class Inventory {

    static final String COMPONENTS = "/State/Components";
    static final String INTERFACES = "/Inventory/EthernetInterfaces";
    static final String REDFISH_ENDPOINTS = "/Inventory/RedfishEndpoints";
    static final String COMPONENT_ENDPOINTS = "/Inventory/ComponentEndpoints";

    @TestHTTPResource("/hsm/v2")
    URI base;

    @Inject
    Pool database;

    private HttpClient http;

    @BeforeEach
    void empty() {
        http = HttpClient.newHttpClient();
        database.query("truncate components, redfish_endpoints, component_endpoints, ethernet_interfaces, ethernet_interface_addresses")
                .execute().await().indefinitely();
    }

    @AfterEach
    void forgetClient() {
        http = null;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, Object body, String... headers) {
        return send("POST", path, body.toString(), headers);
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, "");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonObject object(String path) {
        return new JsonObject(get(path).body());
    }

    List<String> ids(String path) {
        String body = get(path).body();
        JsonArray found = body.startsWith("[") ? new JsonArray(body) : (JsonArray) new JsonObject(body).iterator().next().getValue();
        return found.stream().map(each -> ((JsonObject) each).getString("ID")).toList();
    }

    /** Creates components from the parts between their braces. */
    HttpResponse<String> postComponents(String... components) {
        return post(COMPONENTS, "{\"Components\":[{" + String.join("},{", components) + "}]}");
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String problem(int status, String title, String detail) {
        return new JsonObject().put("type", "about:blank").put("title", title).put("detail", detail).put("status", status).encode() + "\n";
    }
}
