package org.openchami.smd.api;

import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.openchami.smd.domain.DuplicateException;
import org.openchami.smd.domain.InvalidException;

import io.vertx.pgclient.PgException;

/** Turns failures into problems. What went wrong inside is logged, not told. */
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final String DATA_EXCEPTION = "22";

    @ServerExceptionMapper
    Response invalid(InvalidException invalid) {
        return Answer.problem(400, invalid.getMessage());
    }

    @ServerExceptionMapper
    Response duplicate(DuplicateException duplicate) {
        return Answer.problem(409, duplicate.getMessage());
    }

    @ServerExceptionMapper
    Response malformed(Body.MalformedException malformed) {
        return Answer.problem(500, malformed.getMessage());
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && refused.getSqlState() != null && refused.getSqlState().startsWith(DATA_EXCEPTION)) {
                return Answer.problem(400, "a value can't be stored");
            }
        }
        LOG.error("A request failed", failure);
        return Answer.problem(500, "failed to query DB.");
    }
}
