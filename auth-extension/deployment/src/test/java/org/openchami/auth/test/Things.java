package org.openchami.auth.test;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.openchami.auth.CallContext;
import org.openchami.auth.Purpose;
import org.openchami.auth.RequiresCallContext;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;

/** A service that is its own peer: what it sends is what it must accept. */
@Path("/things")
public class Things {
    @Inject
    CallContext call;

    @Inject
    @RestClient
    ThingsClient peer;

    private Uni<String> shared;

    void share(@Observes StartupEvent started) {
        shared = peer.asUser();
    }

    @GET
    @Path("/read")
    @PermissionsAllowed("alpha.read")
    @RequiresCallContext
    public String read() {
        return call.origin().kind() + " " + call.origin().id().orElse("-") + " " + call.purpose().orElse("-") + " " + call.via();
    }

    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "never";
    }

    @GET
    @Path("/open")
    @PermitAll
    @Purpose("thing.boot")
    public Uni<String> open() {
        return peer.asEither();
    }

    @GET
    @Path("/open-as-user")
    @PermitAll
    public Uni<String> openAsUser() {
        return peer.asUser();
    }

    /** Made once, and subscribed to for every request. */
    @GET
    @Path("/relay-shared")
    @PermissionsAllowed("alpha.read")
    public Uni<String> relayShared() {
        return shared;
    }

    @GET
    @Path("/relay")
    @PermissionsAllowed("alpha.read")
    @Purpose("thing.relay")
    public Uni<String> relay() {
        return peer.asEither();
    }
}
