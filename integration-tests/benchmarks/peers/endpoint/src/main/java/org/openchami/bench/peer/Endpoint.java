package org.openchami.bench.peer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Answers without any work of its own. Where nothing guards the application, the annotation means nothing. */
@Path("/component")
public class Endpoint {

    @GET
    @Authenticated
    public Uni<Component> component() {
        return Uni.createFrom().item(new Component("x1c0s0b0n0", "Ready", 7));
    }
}
