package org.openchami.smd.api;

import java.util.List;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.openchami.auth.RequiresCallContext;
import org.openchami.smd.domain.Component;
import org.openchami.smd.domain.ComponentFilter;
import org.openchami.smd.domain.Fields;
import org.openchami.smd.domain.InvalidException;
import org.openchami.smd.domain.NidRange;
import org.openchami.smd.domain.Parameters;
import org.openchami.smd.domain.Xname;
import org.openchami.smd.store.ComponentStore;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;

@Path("/State/Components")
@RequiresCallContext
class ComponentsResource {

    private static final String NO_SUCH_XNAME = "no such xname.";

    private final ComponentStore components;
    private final Body body;

    ComponentsResource(ComponentStore components, Body body) {
        this.components = components;
        this.body = body;
    }

    record Components(@JsonProperty("Components") List<Component> components) {}

    record Post(@JsonProperty("Components") List<Component> components, @JsonProperty("Force") boolean force) {}

    @GET
    @PermissionsAllowed("smd.read")
    public Uni<Response> list(@Context UriInfo request) {
        Parameters parameters = new Parameters(request.getQueryParameters());
        Fields fields = Fields.of(parameters);
        return components.list(ComponentFilter.of(parameters))
                .map(found -> Answer.json(new Components(found.stream().map(fields::of).toList())));
    }

    @GET
    @Path("/{xname}")
    @PermissionsAllowed("smd.read")
    public Uni<Response> get(String xname) {
        return components.find(Xname.normalize(xname)).map(found -> Answer.found(found, NO_SUCH_XNAME));
    }

    @GET
    @Path("/ByNID/{nid}")
    @PermissionsAllowed("smd.read")
    public Uni<Response> byNid(String nid) {
        return components.findByNid(NidRange.parse(nid)).map(found -> Answer.found(found, "no such NID."));
    }

    @POST
    @PermissionsAllowed("smd.write")
    public Uni<Response> post(byte[] json) {
        Post post = body.read(json, Post.class);
        return components.save(checked(post.components()), post.force()).map(done -> Response.noContent().build());
    }

    @DELETE
    @Path("/{xname}")
    @PermissionsAllowed("smd.write")
    public Uni<Response> delete(String xname) {
        String id = Xname.parse(xname).orElseThrow(() -> new InvalidException("invalid xname")).value();
        return components.delete(id).map(count -> Answer.deleted(count, NO_SUCH_XNAME));
    }

    @DELETE
    @PermissionsAllowed("smd.write")
    public Uni<Response> deleteAll() {
        return components.deleteAll().map(Answer::deletedAll);
    }

    private static List<Component> checked(List<Component> given) {
        if (given == null || given.isEmpty() || given.get(0) == null || given.get(0).id() == null || given.get(0).id().isEmpty()) {
            throw new InvalidException("Missing Components");
        }
        try {
            return given.stream().map(Component::checked).toList();
        } catch (InvalidException e) {
            throw new InvalidException("couldn't validate components: " + e.getMessage());
        }
    }
}
