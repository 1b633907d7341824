package org.openchami.smd.api;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.vertx.core.json.JsonObject;

/** What this service answers, in the forms its clients know: JSON, a message, the address of what was created, or a problem (RFC 7807). */
final class Answer {

    private static final String BASE = "/hsm/v2";

    private Answer() {}

    record Message(int code, String message) {}

    record Resource(@JsonProperty("URI") String uri) {}

    static Response json(Object entity) {
        return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE).build();
    }

    static Response message(String message) {
        return json(new Message(0, message));
    }

    static Response deleted(int count, String none) {
        return count == 0 ? problem(404, none) : message("deleted 1 entry");
    }

    static Response deletedAll(int count) {
        return count == 0 ? problem(404, "no entries to delete") : message("deleted " + count + " entries");
    }

    static Response found(Optional<?> entity, String none) {
        return entity.map(Answer::json).orElseGet(() -> problem(404, none));
    }

    static Response created(String collection, String id) {
        Resource resource = new Resource(BASE + collection + "/" + id);
        return created(resource.uri(), resource);
    }

    static Response created(String collection, List<String> ids) {
        List<Resource> resources = ids.stream().map(id -> new Resource(BASE + collection + "/" + id)).toList();
        return created(resources.size() == 1 ? resources.get(0).uri() : BASE + collection, resources);
    }

    static Response problem(int status, String detail) {
        JsonObject problem = new JsonObject().put("type", "about:blank").put("title", Status.fromStatusCode(status).getReasonPhrase())
                .put("detail", detail).put("status", status);
        return Response.status(status).type("application/problem+json").entity(problem.encode() + "\n").build();
    }

    private static Response created(String location, Object entity) {
        return Response.status(Status.CREATED).header("Location", location).type(MediaType.APPLICATION_JSON_TYPE).entity(entity).build();
    }
}
