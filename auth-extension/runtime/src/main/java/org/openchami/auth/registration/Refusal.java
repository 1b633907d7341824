package org.openchami.auth.registration;

import java.net.URI;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/** An answer that is none of those hoped for, as a failure that says what, why, and the cure. */
record Refusal(Door door, Clock clock) {
    private static final int MAX = 300;
    /** Tokens, assertions and secrets are this long; words, addresses and ids of clients are not. */
    private static final String CREDENTIAL = "[A-Za-z0-9_.~+=-]{40,}";
    /** Says what the status says, and stands before what matters. */
    private static final String PREAMBLE = "The value of one of the Client Metadata fields is invalid and the server has rejected this request. "
            + "Note that an Authorization Server MAY choose to substitute a valid value for any requested parameter of a Client's Metadata.";

    /** @param identity its secrets may come back in the answer, and must not stand in a message */
    <T> Uni<T> of(String what, URI asked, Answer answer, StoredIdentity identity) {
        int status = answer.status();
        if (status < 300 || status == 408 || status == 429 || status >= 500 && status != 501) {
            String why = "HTTP " + status + (status < 300 ? " without a client" : "");
            return Uni.createFrom().failure(new UnavailableException(asked, why, answer.retryAfter(clock)));
        }
        JsonObject json = answer.json().orElseGet(JsonObject::new);
        String said = Stream.of("error", "error_description").flatMap(name -> Granted.text(json, name).stream())
                .collect(Collectors.joining(": "));
        KnownRefusal known = KnownRefusal.find(door, status, said);
        String shown = harmless(said, identity);
        return Uni.createFrom().failure(new RegistrationException(known.kind(), what,
                known.sentence() + " (HTTP " + status + (shown.isEmpty() ? "" : ", " + shown) + ")", known.cure()));
    }

    private static String harmless(String said, StoredIdentity identity) {
        String text = said.replace(PREAMBLE, "");
        for (Secret secret : Stream.concat(identity.secret().map(ClientSecret::value).stream(),
                identity.client().flatMap(StoredClient::registrationAccessToken).stream()).toList()) {
            text = text.replace(secret.reveal(), "***");
        }
        String line = text.replaceAll("[^ -~]+", " ").replaceAll(CREDENTIAL, "***").replaceAll(" +", " ").strip();
        return line.length() <= MAX ? line : line.substring(0, MAX - 4) + " ...";
    }
}
