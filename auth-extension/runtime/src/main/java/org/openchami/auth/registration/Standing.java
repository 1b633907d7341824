package org.openchami.auth.registration;

/** How our registration stands at the authority. */
public enum Standing {
    /** It is there, with our key. */
    HELD,
    /** A client of our name is there, with another key. */
    OTHER_KEY,
    /** There is no client of our name. */
    GONE
}
