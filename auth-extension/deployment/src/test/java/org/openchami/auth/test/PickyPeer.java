package org.openchami.auth.test;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.openchami.auth.CallContext;
import org.openchami.auth.ServiceIdentity;

import io.smallrye.mutiny.Uni;

/** A peer that may no longer know a token that is good: its 401 says nothing more, as the Go services' does not. What it sees, it remembers. */
@Path("/picky")
@PermitAll
public class PickyPeer {
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private volatile boolean always;
    private volatile boolean meanwhile;
    private volatile String challenge;

    @Inject
    CallContext call;

    @Inject
    ServiceIdentity identity;

    @Inject
    @RestClient
    PickyClient peer;

    public record Seen(String method, String token, String transaction, String body) {}

    void meet() {
        forgotten.clear();
        seen.clear();
        always = false;
        meanwhile = false;
        challenge = null;
    }

    void forget(String token) {
        forgotten.add("Bearer " + token);
    }

    /** The caller gets a newer token by itself, while this peer makes up its mind. */
    void takeYourTime() {
        meanwhile = true;
    }

    void knowNobody() {
        always = true;
    }

    void sayWhy(String why) {
        challenge = why;
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    long tokensSeen() {
        return seen.stream().map(Seen::token).distinct().count();
    }

    @GET
    public Uni<Response> get(HttpHeaders headers) {
        return answer("GET", headers, "");
    }

    @PUT
    public Uni<Response> put(HttpHeaders headers, String body) {
        return answer("PUT", headers, body);
    }

    @POST
    public Uni<Response> post(HttpHeaders headers, String body) {
        return answer("POST", headers, body);
    }

    @DELETE
    public Uni<Response> delete(HttpHeaders headers) {
        return answer("DELETE", headers, "");
    }

    @GET
    @Path("/relay")
    public Uni<String> relay() {
        return status(peer.asUser());
    }

    @GET
    @Path("/relay-as-service")
    public Uni<String> relayAsService() {
        return status(peer.get());
    }

    private static Uni<String> status(Uni<String> answer) {
        return answer.onFailure(ClientWebApplicationException.class)
                .recoverWithItem(failure -> Integer.toString(failure.getResponse().getStatus()));
    }

    private Uni<Response> answer(String method, HttpHeaders headers, String body) {
        String token = headers.getHeaderString("Authorization");
        seen.add(new Seen(method, token, call.transaction(), body));
        if (!always && !forgotten.contains(token)) {
            return Uni.createFrom().item(Response.ok("welcome " + body).build());
        }
        Response refusal = Response.status(401).header("WWW-Authenticate", challenge).entity("token is not valid").build();
        return (meanwhile ? identity.refresh() : Uni.createFrom().voidItem()).replaceWith(refusal);
    }
}
