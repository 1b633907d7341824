package org.openchami.auth.keys;

import java.net.URI;
import java.time.Clock;

import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.keys.KeyFeedException.Fault;

import io.smallrye.mutiny.Uni;

/** A JWK set at an address. Its {@code Content-Type} is not looked at: many servers give a wrong one. */
record AddressFeed(URI url, AuthorityClient http, Clock clock) implements KeyFeed {
    private static final int OK = 200;

    @Override
    public Uni<Published> read() {
        return http.get(url).map(this::published);
    }

    private Published published(Answer answer) {
        return answer.json().filter(json -> answer.status() == OK).map(json -> new Published(json, answer.maxAge(), false))
                .orElseThrow(() -> new KeyFeedException(Fault.NO_KEY_SET, address(), "HTTP " + answer.status() + " without a JWK set",
                        answer.retryAfter(clock)));
    }

    @Override
    public String address() {
        return url.toString();
    }
}
