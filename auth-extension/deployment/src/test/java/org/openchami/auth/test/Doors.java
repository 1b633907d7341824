package org.openchami.auth.test;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;

/** Routes of every kind of guard. */
@Path("/doors")
public class Doors {
    @Inject
    SecurityIdentity caller;

    private String who() {
        return caller.isAnonymous() ? "nobody" : caller.getPrincipal().getName();
    }

    @GET
    @Path("/open")
    @PermitAll
    public String open() {
        return who();
    }

    @GET
    @Path("/open/{id}")
    @PermitAll
    public String lost(String id) {
        throw new NotFoundException("no such thing");
    }

    @POST
    @Path("/open/{id}")
    @PermissionsAllowed("alpha.write")
    public String write(String id) {
        return who();
    }

    @GET
    @Path("/closed")
    @Produces("application/json")
    @PermissionsAllowed("alpha.read")
    public String closed() {
        return "\"" + who() + "\"";
    }

    @GET
    @Path("/closed/{id}")
    @Authenticated
    public String byId(String id) {
        return who();
    }

    @GET
    @Path("/admins")
    @RolesAllowed("admins")
    public String admins() {
        return who();
    }

    @GET
    @Path("/operators")
    @RolesAllowed("operators")
    public String operators() {
        return who();
    }
}
