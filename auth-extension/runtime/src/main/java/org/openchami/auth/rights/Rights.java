package org.openchami.auth.rights;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;
import org.openchami.auth.verify.AccessToken;

/** What those may do who have proven who they are. */
@Singleton
public class Rights {
    private final Settings settings;
    private final Dpop dpop;
    private final Certificates certificates;

    @Inject
    Rights(Settings settings, Dpop dpop, Clock clock) {
        this.settings = settings;
        this.dpop = dpop;
        this.certificates = new Certificates(settings, clock);
    }

    /** The signatures that DPoP proofs may have, for a challenge. */
    public static List<String> dpopAlgorithms() {
        return DpopProof.ALGORITHMS;
    }

    /** What this token gives its holder; the same for every request it comes with. */
    public TokenRights of(AccessToken token) {
        return new TokenRights(token, ClientRules.of(settings, token), dpop);
    }

    /** Who calls without a token, by the client certificate of the connection. */
    public Certified byCertificate(RequestFacts facts) {
        return certificates.holder(facts);
    }
}
