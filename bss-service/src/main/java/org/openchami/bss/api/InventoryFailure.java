package org.openchami.bss.api;

import jakarta.ws.rs.WebApplicationException;

import org.openchami.auth.AuthException;

/** What a user is told when smd could not be read in the user's name. */
final class InventoryFailure {
    private InventoryFailure() {}

    static Throwable told(Throwable failure) {
        if (failure instanceof AuthException || failure instanceof ProblemException) {
            return failure;
        }
        if (failure instanceof WebApplicationException answer) {
            int status = answer.getResponse().getStatus();
            if (status == 401 || status == 403) {
                return new ProblemException(403, "smd doesn't let this caller read its inventory");
            }
        }
        return new ProblemException(503, "smd can't be read now");
    }
}
