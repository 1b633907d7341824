package org.openchami.auth.testing.authority;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault of one endpoint, which a real authority could not be made to have on command.
 *
 * @param delay how long the answer is kept back
 * @param reply what is answered instead; the true answer when empty
 * @param times how many requests it meets
 */
public record ScriptedAnswer(Duration delay, Optional<ScriptedReply> reply, int times) {
    /** Another answer than the true one, for every request from now on. */
    public static ScriptedAnswer of(int status, String body) {
        return new ScriptedAnswer(Duration.ZERO, Optional.of(new ScriptedReply(status, body, "application/json")), Integer.MAX_VALUE);
    }

    /** The true answer, but late, for every request from now on. */
    public static ScriptedAnswer late(Duration delay) {
        return new ScriptedAnswer(delay, Optional.empty(), Integer.MAX_VALUE);
    }

    public ScriptedAnswer after(Duration later) {
        return new ScriptedAnswer(later, reply, times);
    }

    public ScriptedAnswer times(int requests) {
        return new ScriptedAnswer(delay, reply, requests);
    }

    public ScriptedAnswer as(String contentType) {
        return new ScriptedAnswer(delay, reply.map(given -> new ScriptedReply(given.status(), given.body(), contentType)), times);
    }

    public record ScriptedReply(int status, String body, String contentType) {}
}
