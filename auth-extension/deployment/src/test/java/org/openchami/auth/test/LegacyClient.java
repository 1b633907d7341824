package org.openchami.auth.test;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.openchami.auth.CallAs;
import org.openchami.auth.Caller;

import io.smallrye.mutiny.Uni;

/** A peer that knows no tokens. */
@Path("/legacy")
@RegisterRestClient(configKey = "legacy")
@CallAs(Caller.USER_OR_SERVICE)
public interface LegacyClient {

    @GET
    @Path("/seen")
    Uni<String> seen();

    @GET
    @Path("/seen")
    @CallAs(Caller.USER)
    Uni<String> seenAsUser();
}
