package org.openchami.auth.identity;

import io.smallrye.mutiny.Uni;

/** The token endpoint. */
interface TokenSource {

    /** Asks once; never fails. */
    Uni<TokenAnswer> request(TokenRequest request);
}
