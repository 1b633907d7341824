package org.openchami.it.fault;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.it.world.FaultWorld;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Other clients of Hydra that ask for tokens, more of them at once than it has connections to its database. Each holds a connection and waits
 * for a lock whose holder waits for a connection, until they hang up.
 */
final class Crowd {
    private static final int CALLERS = 3 * FaultWorld.CONNECTIONS;
    private static final String ID = "crowd";
    private static final String SECRET = "secret-of-the-crowd";
    private static final Duration STANDSTILL = Duration.ofSeconds(1);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Hydra hydra;
    private final List<CompletableFuture<?>> waiting = new ArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private boolean leaving;

    Crowd(Hydra hydra) {
        this.hydra = hydra;
    }

    /** Returns when Hydra stands still. */
    void gather() {
        JsonObject client = new JsonObject().put("client_id", ID).put("client_secret", SECRET)
                .put("token_endpoint_auth_method", "client_secret_post").put("grant_types", JsonArray.of("client_credentials"));
        Call.to(hydra.adminUrl(), "/admin/clients").json("POST", client).expect(201, "POST /admin/clients");
        for (int i = 0; i < CALLERS; i++) {
            ask();
        }
        AtomicInteger before = new AtomicInteger(-1);
        await("a standstill").pollInterval(STANDSTILL).atMost(Duration.ofSeconds(60))
                .until(() -> before.getAndSet(served.get()) == served.get());
    }

    private synchronized void ask() {
        if (leaving) {
            return;
        }
        String form = "grant_type=client_credentials&client_id=" + ID + "&client_secret=" + SECRET;
        var future = http.sendAsync(HttpRequest.newBuilder(URI.create(hydra.publicUrl() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(),
                BodyHandlers.discarding());
        waiting.add(future);
        future.thenRun(() -> {
            served.incrementAndGet();
            ask();
        });
    }

    void hangUp() {
        synchronized (this) {
            leaving = true;
        }
        waiting.forEach(one -> one.cancel(true));
        await("Hydra moving again").atMost(Duration.ofSeconds(10)).until(() -> hydra.client(ID).metadata().isPresent());
        hydra.client(ID).delete();
    }
}
