package org.openchami.auth;

import java.util.Optional;

/** What can be seen of a request that carries no credential. */
public interface AnonymousCall {

    /** The source address: of the connection, or what the nearest {@code openchami.auth.trusted-proxies} said of it. */
    String address();

    /** The path as routed, without the query. */
    String path();

    /** The first value of a query parameter. */
    Optional<String> query(String name);
}
