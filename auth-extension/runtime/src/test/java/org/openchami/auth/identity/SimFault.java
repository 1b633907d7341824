package org.openchami.auth.identity;

/** What can be wrong with an authority, or with the machine we run on. Most last a while; some are done at once. */
enum SimFault {
    /** Connections are refused. */
    DOWN,
    /** Connections are taken, and nothing is answered. */
    SILENT,
    /** 401 {@code invalid_client} for every client, 500 for the rest. */
    DATABASE_AWAY,
    /** 503. */
    BUSY,
    /** 503 with Retry-After. */
    BUSY_UNTIL,
    /** 200 with something that is no token. */
    NONSENSE,
    /** What is asked is done, and the answer is lost. */
    ANSWERS_LOST,
    /** Every write fails: the database is a standby. */
    READ_ONLY,
    /** An operator took a scope away: it is refused, or the token comes without it. */
    SCOPE_TAKEN,
    /** Our store can't be written. */
    DISK_FULL,
    /** Peers refuse every token of ours. */
    PEERS_REFUSE,
    /** The wall's clock goes an hour before. */
    CLOCK_AHEAD,
    /** The wall's clock goes an hour behind. */
    CLOCK_BEHIND,
    /** At once: our client is deleted. */
    DELETED,
    /** At once, and undone before a second look: our client is not seen, and all else is well. */
    UNSEEN,
    /** At once: all clients and all keys are gone. */
    WIPED,
    /** At once: somebody else's key is in our client, ours is not. */
    KEYS_REPLACED,
    /** At once: what manages our client by RFC 7592 is dead. */
    MANAGEMENT_DEAD,
    /** At once: peers refuse our token. */
    TOKEN_REFUSED,
    /** At once: our process dies and starts again. */
    RESTART;

    boolean lasts() {
        return compareTo(DELETED) < 0;
    }
}
