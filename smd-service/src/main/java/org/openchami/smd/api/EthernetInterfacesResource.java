package org.openchami.smd.api;

import java.time.Clock;
import java.util.Locale;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.openchami.auth.RequiresCallContext;
import org.openchami.smd.domain.EthernetInterface;
import org.openchami.smd.domain.EthernetInterfaceFilter;
import org.openchami.smd.domain.Parameters;
import org.openchami.smd.store.EthernetInterfaceStore;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;

@Path(EthernetInterfacesResource.COLLECTION)
@RequiresCallContext
class EthernetInterfacesResource {

    static final String COLLECTION = "/Inventory/EthernetInterfaces";

    private final EthernetInterfaceStore interfaces;
    private final Body body;
    private final Clock clock;

    EthernetInterfacesResource(EthernetInterfaceStore interfaces, Body body, Clock clock) {
        this.interfaces = interfaces;
        this.body = body;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("smd.read")
    public Uni<Response> list(@Context UriInfo request) {
        return interfaces.list(EthernetInterfaceFilter.of(new Parameters(request.getQueryParameters()))).map(Answer::json);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("smd.read")
    public Uni<Response> get(String id) {
        String normalized = id.toLowerCase(Locale.ROOT);
        return interfaces.find(normalized).map(found -> Answer.found(found, "No such component ethernet interface: " + normalized));
    }

    @POST
    @PermissionsAllowed("smd.write")
    public Uni<Response> post(byte[] json) {
        EthernetInterface given = body.read(json, EthernetInterface.class);
        EthernetInterface created = EthernetInterface.create(given.description(), given.mac(), given.componentId(), given.addresses(),
                clock.instant());
        return interfaces.create(created).map(done -> Answer.created(COLLECTION, created.id()));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("smd.write")
    public Uni<Response> delete(String id) {
        return interfaces.delete(id.toLowerCase(Locale.ROOT)).map(count -> Answer.deleted(count, "no such component ethernet interface."));
    }

    @DELETE
    @PermissionsAllowed("smd.write")
    public Uni<Response> deleteAll() {
        return interfaces.deleteAll().map(Answer::deletedAll);
    }
}
