package org.openchami.auth.test;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.openchami.auth.CallAs;
import org.openchami.auth.Caller;

@Path("/picky")
@RegisterRestClient(configKey = "alpha")
public interface PickyByMethodClient {

    @GET
    @CallAs(Caller.SERVICE)
    String get();
}
