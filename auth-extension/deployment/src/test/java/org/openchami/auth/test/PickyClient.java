package org.openchami.auth.test;

import java.io.File;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.openchami.auth.CallAs;
import org.openchami.auth.Caller;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

@Path("/picky")
@RegisterRestClient(configKey = "alpha")
@CallAs(Caller.SERVICE)
@Consumes(MediaType.TEXT_PLAIN)
public interface PickyClient {

    @GET
    Uni<String> get();

    @GET
    String getBlocking();

    @GET
    CompletionStage<String> getLater();

    @GET
    Response getResponse();

    @GET
    InputStream getStream();

    @GET
    Uni<Response> getResponseLater();

    @GET
    RestResponse<String> getTyped();

    @GET
    Uni<RestResponse<String>> getTypedLater();

    @GET
    File getFile();

    @DELETE
    void delete();

    @PUT
    Uni<String> put(String body);

    @PUT
    Uni<String> put(File body);

    @PUT
    Uni<String> put(InputStream body);

    @PUT
    Uni<String> put(Multi<Buffer> body);

    @POST
    Uni<String> post(String body);

    @GET
    @CallAs(Caller.USER)
    Uni<String> asUser();
}
