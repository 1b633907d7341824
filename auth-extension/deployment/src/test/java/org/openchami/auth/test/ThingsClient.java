package org.openchami.auth.test;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.openchami.auth.CallAs;
import org.openchami.auth.Caller;

import io.smallrye.mutiny.Uni;

@Path("/things")
@RegisterRestClient(configKey = "alpha")
@CallAs(Caller.USER_OR_SERVICE)
public interface ThingsClient {

    @GET
    @Path("/read")
    Uni<String> asEither();

    @GET
    @Path("/read")
    @CallAs(Caller.USER)
    Uni<String> asUser();
}
