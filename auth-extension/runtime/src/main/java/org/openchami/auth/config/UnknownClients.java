package org.openchami.auth.config;

/** What becomes of a service whose client this service does not know. */
public enum UnknownClients {
    /** It is refused with 403. */
    REFUSE,
    /** It may use what needs no scope. */
    ALLOW_WITHOUT_SCOPES
}
