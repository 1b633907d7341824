package org.openchami.smd.api;

import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.openchami.smd.domain.DuplicateException;
import org.openchami.smd.domain.InvalidException;
import org.openchami.smd.store.Violation;

/** Turns failures into problems. What went wrong inside is logged, not told. */
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

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
        if (Violation.isInvalidValue(failure)) {
            return Answer.problem(400, "a value can't be stored");
        }
        LOG.error("A request failed", failure);
        return Answer.problem(500, "failed to query DB.");
    }
}
