package org.openchami.it.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.openchami.auth.testing.http.Answer;

/** What is answered while nobody can tell or get a token: to be tried again soon, and nothing is said against anybody's credential. */
public final class ComeBack {
    private ComeBack() {}

    public static void assertIn(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("[1-9]\\d?");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.body()).isEqualTo("authentication is unavailable\n");
    }
}
