package org.openchami.bss.api;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What clients see when a request fails. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String RETRY_SECONDS = "5";

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        Response.ResponseBuilder response = Problem.of(e.status(), e.getMessage()).response();
        return (e.status() == 503 ? response.header("Retry-After", RETRY_SECONDS) : response).build();
    }

    @ServerExceptionMapper
    Response noSuchPath(NotFoundException e) {
        return Response.status(404).header("Content-Type", "text/plain; charset=utf-8").entity("404 page not found\n").build();
    }

    @ServerExceptionMapper
    Response noSuchMethod(NotAllowedException e, UriInfo uri) {
        String allowed = AllowedMethods.of(uri.getPath());
        return Problem.of(405, "allow " + allowed).response().header("Allow", allowed).build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return Problem.of(status, status < 500 ? "Bad Request" : "Internal error").response().build();
    }

    @ServerExceptionMapper
    Response failed(RuntimeException e) {
        LOG.error("request failed", e);
        return Problem.of(500, "Internal error").response().build();
    }
}
