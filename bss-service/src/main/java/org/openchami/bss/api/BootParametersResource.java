package org.openchami.bss.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.openchami.bss.domain.BootConfiguration;
import org.openchami.bss.domain.BootParameters;
import org.openchami.bss.domain.Selector;
import org.openchami.bss.store.BootStore;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Who boots what, for operators. */
@Path("/boot/v1/bootparameters")
@Consumes(MediaType.WILDCARD)
public class BootParametersResource {
    private final BootStore store;
    private final BootParametersRequest request;
    private final Json json;

    BootParametersResource(BootStore store, BootParametersRequest request, Json json) {
        this.store = store;
        this.request = request;
        this.json = json;
    }

    @GET
    @PermissionsAllowed("bss.read")
    public Uni<Response> get(@RestQuery List<String> mac, @RestQuery List<String> name, @RestQuery List<String> nid,
            RoutingContext context) {
        return GetBody.of(context.request()).chain(body -> get(mac, name, nid, body));
    }

    private Uni<Response> get(List<String> mac, List<String> name, List<String> nid, String body) {
        boolean query = Stream.of(mac, name, nid).flatMap(List::stream).anyMatch(text -> !text.isEmpty());
        if (!query && body.isEmpty()) {
            return store.all().map(json::ok);
        }
        BootParameters asked = request.asked(mac, name, nid, body);
        return store.find(asked.selectors()).map(found -> {
            if (found.isEmpty()) {
                throw request.notFound(asked);
            }
            return json.ok(found);
        });
    }

    @POST
    @PermissionsAllowed("bss.write")
    public Uni<Response> add(String body) {
        BootParameters given = request.checked(body);
        request.checkNodes(given);
        return store.add(given.selectorsOfOneKind(), given.configuration())
                .map(added -> done(added, 201, ProblemException.badRequest("Bad Request: data already exists")));
    }

    @PUT
    @PermissionsAllowed("bss.write")
    public Uni<Response> put(String body) {
        BootParameters given = request.checked(body);
        if (given.configuration().equals(BootConfiguration.NONE)) {
            throw ProblemException.badRequest("No data");
        }
        return store.put(given.selectors(), given.configuration())
                .map(stored -> done(stored, 200, ProblemException.badRequest("No data")));
    }

    @PATCH
    @PermissionsAllowed("bss.write")
    public Uni<Response> patch(String body) {
        BootParameters given = request.checked(body);
        if (given.configuration().equals(BootConfiguration.NONE)) {
            throw ProblemException.notFound("Not Found: must specify at least one of params, kernel, initrd, or cloud-init");
        }
        return store.patch(given.selectors(), given.configuration()).map(unknown -> {
            if (!unknown.isEmpty()) {
                throw ProblemException.notFound("Not Found: data does not exist: " + names(unknown));
            }
            return ok(200).build();
        });
    }

    @DELETE
    @PermissionsAllowed("bss.write")
    public Uni<Response> delete(String body) {
        BootParameters given = json.bootParameters(body);
        List<Selector> selectors = given.selectors();
        BootConfiguration like = given.configuration();
        if (selectors.isEmpty() && like.kernel().isEmpty() && like.initrd().isEmpty() && like.params().isEmpty()) {
            return Uni.createFrom().item(ok(200).build());
        }
        return (selectors.isEmpty() ? store.removeUsing(like) : store.remove(selectors)).map(removed -> {
            if (!removed) {
                throw ProblemException.badRequest("Bad Request: data does not exist");
            }
            return ok(200).build();
        });
    }

    private static Response done(boolean stored, int status, ProblemException otherwise) {
        if (!stored) {
            throw otherwise;
        }
        return ok(status).header("BSS-Referral-Token", UUID.randomUUID()).build();
    }

    private static Response.ResponseBuilder ok(int status) {
        return Response.status(status).header("Content-Type", Json.TYPE);
    }

    private static String names(Set<Selector> selectors) {
        return selectors.stream().map(Selector::name).collect(Collectors.joining(", "));
    }
}
