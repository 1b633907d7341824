package org.openchami.auth;

import java.util.List;
import java.util.Optional;

/**
 * Who started this chain of calls, and why: inject it where a service wants to know. Outside of a request: the service itself, each
 * call to a peer a transaction of its own.
 */
public interface CallContext {

    Origin origin();

    default Assurance assurance() {
        return origin().assurance();
    }

    /** Why, as the first service of the chain said with {@link Purpose}. */
    Optional<String> purpose();

    /** The same in every service that the chain passes: a UUID of version 7 (RFC 9562 section 5.7). */
    String transaction();

    /** The services the chain has passed so far, first one first, without this one. */
    List<String> via();
}
