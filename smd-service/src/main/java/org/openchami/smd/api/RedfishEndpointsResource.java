package org.openchami.smd.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.openchami.auth.RequiresCallContext;
import org.openchami.smd.domain.Discovery;
import org.openchami.smd.domain.EndpointFilter;
import org.openchami.smd.domain.InvalidException;
import org.openchami.smd.domain.Parameters;
import org.openchami.smd.domain.RedfishEndpoint;
import org.openchami.smd.domain.RedfishEndpointInput;
import org.openchami.smd.domain.Xname;
import org.openchami.smd.store.RedfishEndpointStore;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;

@Path(RedfishEndpointsResource.COLLECTION)
@RequiresCallContext
class RedfishEndpointsResource {

    static final String COLLECTION = "/Inventory/RedfishEndpoints";

    private final RedfishEndpointStore endpoints;
    private final Body body;
    private final Clock clock;

    RedfishEndpointsResource(RedfishEndpointStore endpoints, Body body, Clock clock) {
        this.endpoints = endpoints;
        this.body = body;
        this.clock = clock;
    }

    record RedfishEndpoints(@JsonProperty("RedfishEndpoints") List<RedfishEndpoint> endpoints) {}

    record Several(@JsonProperty("RedfishEndpoints") List<RedfishEndpointInput> endpoints) {}

    @GET
    @PermissionsAllowed("smd.read")
    public Uni<Response> list(@Context UriInfo request) {
        return endpoints.list(EndpointFilter.ofRedfishEndpoints(new Parameters(request.getQueryParameters())))
                .map(found -> Answer.json(new RedfishEndpoints(found)));
    }

    @GET
    @Path("/{xname}")
    @PermissionsAllowed("smd.read")
    public Uni<Response> get(String xname) {
        return endpoints.find(Xname.normalize(xname)).map(found -> Answer.found(found, "no such xname."));
    }

    @POST
    @PermissionsAllowed("smd.write")
    public Uni<Response> post(byte[] json) {
        List<RedfishEndpointInput> several = body.read(json, Several.class).endpoints();
        List<Discovery> discoveries = several == null
                ? List.of(discovery(body.read(json, RedfishEndpointInput.class), ""))
                : discoveries(several);
        List<String> ids = discoveries.stream().map(discovery -> discovery.endpoint().id()).toList();
        return endpoints.create(discoveries).map(done -> Answer.created(COLLECTION, ids));
    }

    private List<Discovery> discoveries(List<RedfishEndpointInput> several) {
        if (several.isEmpty()) {
            throw new InvalidException("Missing RedfishEndpoints");
        }
        List<Discovery> discoveries = new ArrayList<>();
        for (RedfishEndpointInput each : several) {
            discoveries.add(discovery(each, " at idx " + discoveries.size()));
        }
        return discoveries;
    }

    private Discovery discovery(RedfishEndpointInput input, String which) {
        try {
            return Discovery.of(input, clock.instant());
        } catch (InvalidException e) {
            throw new InvalidException("couldn't validate endpoint data" + which + ": " + e.getMessage());
        }
    }
}
