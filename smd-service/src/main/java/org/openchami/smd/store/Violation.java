package org.openchami.smd.store;

import org.hibernate.exception.ConstraintViolationException;

import io.vertx.pgclient.PgException;

/** What PostgreSQL refused to store. */
final class Violation {

    private static final String UNIQUE_VIOLATION = "23505";

    private Violation() {}

    /** Whether something with the same key or unique value is there already. */
    static boolean isUnique(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState())
                    || cause instanceof ConstraintViolationException violation && UNIQUE_VIOLATION.equals(violation.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
