package org.openchami.bss.api;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.openchami.bss.client.Readiness;
import org.openchami.bss.store.BootStore;

import io.smallrye.mutiny.Uni;

/** How this service does; JSON, though it has always been called text. */
@Path("/boot/v1/service")
@PermitAll
public class ServiceResource {
    private static final String TYPE = "text/plain; charset=utf-8";

    private final BootStore store;
    private final Readiness smd;
    private final Json json;
    private final String version;

    ServiceResource(BootStore store, @RestClient Readiness smd, Json json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.store = store;
        this.smd = smd;
        this.json = json;
        this.version = version;
    }

    @GET
    @Path("/status")
    public Response status() {
        return answer(Map.of("bss-status", "running"), true);
    }

    @GET
    @Path("/version")
    public Response version() {
        return answer(Map.of("bss-version", version), true);
    }

    @GET
    @Path("/hsm")
    public Uni<Response> hsm() {
        return smdAnswers().map(ok -> answer(Map.of("bss-status-hsm", word(ok)), ok));
    }

    @GET
    @Path("/storage/status")
    public Uni<Response> storage() {
        return store.answers().map(ok -> answer(Map.of("bss-storage-backend", backend(ok)), ok));
    }

    @GET
    @Path("/status/all")
    public Uni<Response> all() {
        return Uni.combine().all().unis(smdAnswers(), store.answers()).with((hsm, storage) -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("bss-version", version);
            body.put("bss-status", "running");
            body.put("bss-status-hsm", word(hsm));
            body.put("bss-storage-backend", backend(storage));
            return answer(body, hsm && storage);
        });
    }

    private Uni<Boolean> smdAnswers() {
        return smd.ready().map(answer -> answer.getStatus() == 200).onFailure().recoverWithItem(false);
    }

    private static Map<String, Object> backend(boolean ok) {
        Map<String, Object> backend = new LinkedHashMap<>();
        backend.put("name", "postgres");
        backend.put("status", word(ok));
        return backend;
    }

    private static String word(boolean ok) {
        return ok ? "connected" : "error";
    }

    private Response answer(Map<String, Object> body, boolean ok) {
        return Response.status(ok ? 200 : 500).header("Content-Type", TYPE).entity(json.text(body) + "\n").build();
    }
}
