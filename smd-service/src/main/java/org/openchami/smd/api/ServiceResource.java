package org.openchami.smd.api;

import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.openchami.smd.store.DatabaseSettings;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Whether this service lives, and whether it can serve. */
@Path("/service")
@PermitAll
class ServiceResource {

    private static final Logger LOG = Logger.getLogger(ServiceResource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool database;
    private final DatabaseSettings settings;

    ServiceResource(Pool database, DatabaseSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @GET
    @Path("/ready")
    public Uni<Response> ready() {
        return database.query("select 1").execute().ifNoItem().after(PATIENCE).fail()
                .map(any -> Answer.message("HSM is healthy"))
                .onFailure().invoke(failure -> LOG.warnf("%s does not answer: %s", settings.url(), failure))
                .onFailure().recoverWithItem(Answer.problem(503, "HSM's database is unhealthy"));
    }

    @GET
    @Path("/liveness")
    public Response liveness() {
        return Response.noContent().build();
    }
}
