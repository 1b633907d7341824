package org.openchami.auth.keys;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/** Where the keys of one issuer are published. */
interface KeyFeed {

    /**
     * @param maxAge how long the publisher says that this is good for, at most
     * @param nameless whether its form has no names for keys, so that their {@code kid} is none that a token could know
     */
    record Published(JsonObject jwks, Optional<Duration> maxAge, boolean nameless) {}

    /**
     * What is published now, in full. Fails with {@link KeyFeedException}, or with {@link org.openchami.auth.authority.UnavailableException} if the
     * server can't be asked.
     */
    Uni<Published> read();

    /** The address, for logs, and to tell on disk whose keys they are. */
    String address();
}
