package org.openchami.bss.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** Whether smd answers: a route of smd that is open to anybody, so no identity is spent on it. */
@Path("/hsm/v2/service/ready")
@RegisterRestClient(configKey = "smd")
public interface Readiness {

    @GET
    Uni<Response> ready();
}
