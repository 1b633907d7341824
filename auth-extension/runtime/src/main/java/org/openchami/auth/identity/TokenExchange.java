package org.openchami.auth.identity;

import java.util.concurrent.atomic.AtomicBoolean;

import org.openchami.auth.authority.Answer;

/** One request on its way through Quarkus' OIDC client, which itself tells neither status nor headers of an answer. */
final class TokenExchange {
    final TokenRequest request;
    final CappedBody body = new CappedBody();
    private final AtomicBoolean sent = new AtomicBoolean();
    private volatile Answer answer;

    TokenExchange(TokenRequest request) {
        this.request = request;
    }

    /** True once: the proof is good for one try, and Quarkus would make a second one with it. */
    boolean send() {
        return sent.compareAndSet(false, true);
    }

    void take(Answer whole) {
        answer = whole;
    }

    /** The answer, once it was read whole; else null. */
    Answer answer() {
        return answer;
    }

    /** Whether an answer began and was not read to its end: its connection may go on dripping, and is not to be used again. */
    boolean brokeOff() {
        return body.begun() && answer == null;
    }
}
