package org.openchami.auth.testing.authority;

import io.vertx.core.json.JsonObject;

/** A request that ends with an error answer. */
final class Refusal extends RuntimeException {
    static final String MALFORMED = "The request was malformed or contained invalid parameters";
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    private Refusal(Reply reply) {
        super(null, null, false, false);
        this.reply = reply;
    }

    static Refusal of(int status, String error, String description) {
        return new Refusal(Reply.json(status, body(error, description)));
    }

    static Refusal unstored(int status, String error, String description) {
        return new Refusal(Reply.unstored(status, body(error, description)));
    }

    static Refusal unrecognizable() {
        return unstored(500, "error", "The error is unrecognizable");
    }

    static Refusal noSuchResource() {
        return of(404, "Unable to locate the resource", "");
    }

    static Refusal notFound() {
        return of(404, "Not Found", "Unable to locate the requested resource");
    }

    static Refusal exists() {
        return of(409, "Unable to insert or update resource because a resource with that value exists already", "");
    }

    Reply reply() {
        return reply;
    }

    private static JsonObject body(String error, String description) {
        return new JsonObject().put("error", error).put("error_description", description);
    }
}
