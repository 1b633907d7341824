package org.openchami.auth.testing.hydra;

import java.util.function.Supplier;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.NoAnswer;

/**
 * What Hydra says of one client to those who ask in different ways: a status, or that there is no answer.
 *
 * @param token the token endpoint
 * @param admin the admin API
 * @param own the client configuration endpoint (RFC 7592)
 * @param keys the key set
 */
record Says(String token, String admin, String own, String keys) {
    static final String NOTHING = "nothing";

    static Says of(DynamicClient client) {
        return new Says(said(client::token), said(client::byAdmin), said(client::byItself), said(client::keys));
    }

    private static String said(Supplier<Answer> question) {
        try {
            return Integer.toString(question.get().status());
        } catch (NoAnswer none) {
            return NOTHING;
        }
    }
}
