package org.openchami.bss.api;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An error answer (RFC 7807): one line of {@code application/problem+json}, keys in the order that OpenCHAMI's services use. */
record Problem(String type, String title, String detail, int status) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Problem of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new Problem("about:blank", known == null ? "" : known.getReasonPhrase(), detail, status);
    }

    Response.ResponseBuilder response() {
        try {
            return Response.status(status).header("Content-Type", "application/problem+json").entity(JSON.writeValueAsString(this) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
