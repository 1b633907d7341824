package org.openchami.auth.registration;

/** What the authority answered when asked for our client. */
public enum ClientEvidence {
    /** It is there, with a key of ours, or proven by a secret (which no answer shows). */
    THERE,
    /** It is there, without a key of ours. */
    OTHER_KEY,
    /** 404 of an admin API: there is no such client. */
    ABSENT,
    /** 401 of RFC 7592: no such client, or the registration access token is no longer good. */
    REFUSED,
    /** No answer, or one that says nothing: a 500, a time-out. */
    UNKNOWN
}
