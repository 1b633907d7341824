package org.openchami.auth.registration;

/** At which of an authority's doors we knocked: the same answer means another thing at each. */
enum Door {
    /** Hydra's admin API. */
    ADMIN,
    /** RFC 7591: the endpoint that makes a client. */
    REGISTRATION,
    /** RFC 7592: the address of our client. */
    MANAGEMENT
}
