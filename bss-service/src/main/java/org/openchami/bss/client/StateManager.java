package org.openchami.bss.client;

import static org.openchami.auth.Caller.USER_OR_SERVICE;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.openchami.auth.CallAs;

import io.smallrye.mutiny.Uni;

/** The part of smd's contract that bss reads. */
@Path("/hsm/v2")
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "smd")
@CallAs(USER_OR_SERVICE)
public interface StateManager {

    @GET
    @Path("/State/Components/{xname}")
    Uni<Component> component(@RestPath String xname);

    @GET
    @Path("/State/Components/ByNID/{nid}")
    Uni<Component> componentByNid(@RestPath String nid);

    @GET
    @Path("/State/Components")
    Uni<ComponentList> components(@RestQuery String type);

    /** Those of one component, by its xname. */
    @GET
    @Path("/Inventory/ComponentEndpoints")
    Uni<ComponentEndpointList> endpointsOf(@RestQuery String id);

    @GET
    @Path("/Inventory/ComponentEndpoints")
    Uni<ComponentEndpointList> endpoints(@RestQuery String type);

    @GET
    @Path("/Inventory/EthernetInterfaces")
    Uni<List<EthernetInterface>> interfacesByMac(@RestQuery("MACAddress") String mac);

    @GET
    @Path("/Inventory/EthernetInterfaces")
    Uni<List<EthernetInterface>> interfacesByAddress(@RestQuery("IPAddress") String address);

    @GET
    @Path("/Inventory/EthernetInterfaces")
    Uni<List<EthernetInterface>> interfacesOf(@RestQuery("ComponentID") String xname);

    @GET
    @Path("/Inventory/EthernetInterfaces")
    Uni<List<EthernetInterface>> interfaces(@RestQuery("Type") String type);
}
