package org.openchami.bss.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.openchami.bss.domain.Xname;
import org.openchami.bss.store.EndpointHistory;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;

/** When nodes last asked. */
@Path("/boot/v1/endpoint-history")
public class EndpointHistoryResource {
    private final EndpointHistory history;
    private final Json json;

    EndpointHistoryResource(EndpointHistory history, Json json) {
        this.history = history;
        this.json = json;
    }

    @GET
    @PermissionsAllowed("bss.read")
    public Uni<Response> get(@RestQuery @DefaultValue("") String name, @RestQuery @DefaultValue("") String endpoint) {
        return history.find(Xname.node(name).orElse(name), endpoint).map(json::ok);
    }
}
