package org.openchami.it.keys;

import java.time.Instant;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.RunningService;

/** What smd answered to a call with a token, and when. */
record Seen(Instant begin, Instant end, int status, String challenge, String retryAfter) {
    static final String PATH = "/hsm/v2/State/Components";

    static Seen of(RunningService smd, String token) {
        Instant begin = Instant.now();
        return of(begin, Call.to(smd.url(), PATH).header("Authorization", "Bearer " + token).get());
    }

    /** What was answered just now. */
    static Seen of(Instant begin, Answer answer) {
        return new Seen(begin, Instant.now(), answer.status(), answer.header("WWW-Authenticate"), answer.header("Retry-After"));
    }

    boolean served() {
        return status == 200;
    }

    /** To be tried again in some seconds; nothing is said about the token. */
    boolean putOff() {
        return status == 503 && retryAfter.matches("[1-9][0-9]*") && challenge.isEmpty();
    }

    boolean refused() {
        return status == 401 && challenge.contains("error=\"invalid_token\"");
    }
}
