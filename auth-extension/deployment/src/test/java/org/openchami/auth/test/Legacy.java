package org.openchami.auth.test;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.openchami.auth.context.ContextSigner;

import io.smallrye.mutiny.Uni;

/** Calls a peer by password, which is itself, and tells what was shown there. */
@Path("/legacy")
@PermitAll
public class Legacy {
    @RestClient
    LegacyClient peer;

    @GET
    @Path("/seen")
    public String seen(HttpHeaders headers) {
        return headers.getHeaderString("Authorization") + " " + headers.getHeaderString(ContextSigner.HEADER);
    }

    @GET
    @Path("/relay")
    public Uni<String> relay() {
        return peer.seen();
    }

    @GET
    @Path("/relay-as-user")
    public Uni<String> relayAsUser() {
        return peer.seenAsUser();
    }
}
