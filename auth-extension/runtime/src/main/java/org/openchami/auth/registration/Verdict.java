package org.openchami.auth.registration;

/** What the evidence says of our registration. */
public enum Verdict {
    /** Nothing is wrong with it. */
    WELL,
    /** The authority does not know our client. Acted on when it was seen twice. */
    GONE,
    /** The client is there, and does not know our key or secret. */
    REPAIR,
    /** The client is there, and may not do what we are configured for: an operator's matter. */
    CONFIGURATION,
    /** Nothing can be said now. */
    WAIT
}
