package org.openchami.auth.registration;

import static org.openchami.auth.registration.ClientEvidence.ABSENT;
import static org.openchami.auth.registration.ClientEvidence.OTHER_KEY;
import static org.openchami.auth.registration.ClientEvidence.REFUSED;
import static org.openchami.auth.registration.ClientEvidence.THERE;
import static org.openchami.auth.registration.ClientEvidence.UNKNOWN;
import static org.openchami.auth.registration.TokenEvidence.GRANTED;
import static org.openchami.auth.registration.TokenEvidence.INVALID_CLIENT;
import static org.openchami.auth.registration.TokenEvidence.KEY_UNKNOWN;
import static org.openchami.auth.registration.TokenEvidence.NOT_ALLOWED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an authority's answers say of our registration, as measured at Hydra in each state it can be in. One row a state; what no row describes
 * decides nothing. That a client is gone takes three witnesses: the token endpoint, the client's own address, and a key set that can be read,
 * without which the authority's database is not to be believed.
 */
public final class DecisionTable {

    /**
     * @param state what is the matter at the authority
     * @param token what the token endpoint answers then
     * @param client what is seen under our client's address, by the admin API or, without admin access, by RFC 7592
     * @param keySetRead whether {@code jwks.json} answers 200
     */
    record Row(String state, TokenEvidence token, Set<ClientEvidence> client, boolean keySetRead, Verdict verdict) {
        boolean describes(TokenEvidence seenToken, ClientEvidence seenClient, boolean seenKeySet) {
            return token == seenToken && client.contains(seenClient) && keySetRead == seenKeySet;
        }
    }

    /** The client is there, whatever of ours it holds. */
    private static final Set<ClientEvidence> SEEN = EnumSet.of(THERE, OTHER_KEY);
    private static final Set<ClientEvidence> ANY = EnumSet.allOf(ClientEvidence.class);

    static final List<Row> ROWS = List.of(
            new Row("all is well", GRANTED, ANY, true, Verdict.WELL),
            new Row("a token is granted while the rest is not seen", GRANTED, ANY, false, Verdict.WELL),
            new Row("client deleted", INVALID_CLIENT, EnumSet.of(ABSENT), true, Verdict.GONE),
            new Row("client deleted, no admin access", INVALID_CLIENT, EnumSet.of(REFUSED), true, Verdict.GONE),
            new Row("secret changed by admin PUT or PATCH", INVALID_CLIENT, SEEN, true, Verdict.REPAIR),
            new Row("secret changed by admin PUT, no admin access", INVALID_CLIENT, EnumSet.of(REFUSED), true, Verdict.GONE),
            new Row("key dropped from the client", KEY_UNKNOWN, SEEN, true, Verdict.REPAIR),
            new Row("key dropped by admin PUT, no admin access", KEY_UNKNOWN, EnumSet.of(REFUSED), true, Verdict.REPAIR),
            new Row("database refuses", INVALID_CLIENT, EnumSet.of(UNKNOWN), false, Verdict.WAIT),
            new Row("database refuses, no admin access", INVALID_CLIENT, EnumSet.of(REFUSED), false, Verdict.WAIT),
            new Row("database connections killed", INVALID_CLIENT, EnumSet.of(UNKNOWN), false, Verdict.WAIT),
            new Row("database connections killed, no admin access", INVALID_CLIENT, EnumSet.of(REFUSED), false, Verdict.WAIT),
            new Row("database frozen, or its pool deadlocked", TokenEvidence.UNKNOWN, EnumSet.of(UNKNOWN), false, Verdict.WAIT),
            new Row("database read-only", TokenEvidence.UNKNOWN, SEEN, true, Verdict.WAIT),
            new Row("tables missing", INVALID_CLIENT, EnumSet.of(UNKNOWN), false, Verdict.WAIT),
            new Row("tables missing, no admin access", INVALID_CLIENT, EnumSet.of(REFUSED), false, Verdict.WAIT),
            new Row("wiped, not restarted", INVALID_CLIENT, EnumSet.of(ABSENT), false, Verdict.WAIT),
            new Row("wiped, not restarted, no admin access", INVALID_CLIENT, EnumSet.of(REFUSED), false, Verdict.WAIT),
            new Row("wiped and restarted", INVALID_CLIENT, EnumSet.of(ABSENT), true, Verdict.GONE),
            new Row("wiped and restarted, no admin access", INVALID_CLIENT, EnumSet.of(REFUSED), true, Verdict.GONE),
            new Row("system secret lost", TokenEvidence.UNKNOWN, SEEN, false, Verdict.WAIT),
            new Row("system secret lost, no admin access", TokenEvidence.UNKNOWN, EnumSet.of(REFUSED), false, Verdict.WAIT),
            new Row("scope, audience or grant taken away", NOT_ALLOWED, SEEN, true, Verdict.CONFIGURATION),
            new Row("scope, audience or grant taken away by admin PUT, no admin access", NOT_ALLOWED, EnumSet.of(REFUSED), true,
                    Verdict.CONFIGURATION),
            new Row("scope, audience or grant taken away, nobody to ask", NOT_ALLOWED, EnumSet.of(UNKNOWN), true, Verdict.CONFIGURATION));

    private DecisionTable() {}

    /**
     * @param keySetRead whether the authority's {@code jwks.json} answered 200
     */
    public static Verdict decide(TokenEvidence token, ClientEvidence client, boolean keySetRead) {
        return ROWS.stream().filter(row -> row.describes(token, client, keySetRead)).findFirst().map(Row::verdict).orElse(Verdict.WAIT);
    }
}
