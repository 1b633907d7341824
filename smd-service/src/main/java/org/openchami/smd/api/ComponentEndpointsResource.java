package org.openchami.smd.api;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.openchami.auth.RequiresCallContext;
import org.openchami.smd.domain.ComponentEndpoint;
import org.openchami.smd.domain.EndpointFilter;
import org.openchami.smd.domain.Parameters;
import org.openchami.smd.domain.Xname;
import org.openchami.smd.store.ComponentEndpointStore;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;

@Path("/Inventory/ComponentEndpoints")
@RequiresCallContext
class ComponentEndpointsResource {

    private final ComponentEndpointStore endpoints;

    ComponentEndpointsResource(ComponentEndpointStore endpoints) {
        this.endpoints = endpoints;
    }

    record ComponentEndpoints(@JsonProperty("ComponentEndpoints") List<ComponentEndpoint> endpoints) {}

    @GET
    @PermissionsAllowed("smd.read")
    public Uni<Response> list(@Context UriInfo request) {
        return endpoints.list(EndpointFilter.ofComponentEndpoints(new Parameters(request.getQueryParameters())))
                .map(found -> Answer.json(new ComponentEndpoints(found)));
    }

    @GET
    @Path("/{xname}")
    @PermissionsAllowed("smd.read")
    public Uni<Response> get(String xname) {
        return endpoints.find(Xname.normalize(xname)).map(found -> Answer.found(found, "no such xname."));
    }
}
