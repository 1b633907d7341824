package org.openchami.smd.store;

import java.sql.SQLException;

import io.vertx.pgclient.PgException;

/** What PostgreSQL refused, told by the SQLSTATE that it gave. */
public final class Violation {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DATA_EXCEPTION = "22";

    private Violation() {}

    /** Whether something with the same key or unique value is there already. */
    static boolean isUnique(Throwable failure) {
        return sqlState(failure).equals(UNIQUE_VIOLATION);
    }

    /** Whether a value is of a kind that no column takes, such as a text with a NUL in it. */
    public static boolean isInvalidValue(Throwable failure) {
        return sqlState(failure).startsWith(DATA_EXCEPTION);
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException refused
                    ? refused.getSQLState()
                    : cause instanceof PgException refused ? refused.getSqlState() : null;
            if (state != null) {
                return state;
            }
        }
        return "";
    }
}
