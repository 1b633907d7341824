package org.openchami.auth.rights;

import java.util.Optional;

import org.openchami.auth.verify.AccessToken;

/** What one token gives its holder here: made once for a token and kept with it, asked for every request. */
public final class TokenRights {
    private final AccessToken token;
    private final ClientRules rules;
    private final Admission granted;

    TokenRights(AccessToken token, ClientRules rules) {
        this.token = token;
        this.rules = rules;
        this.granted = new Admission.Granted(rules.scopes());
    }

    /** Says first whether the token is its holder's, then whether the holder may call at all: 401 before 403. */
    public Admission admit(RequestFacts facts) {
        Optional<Denial> unproven = Binding.fault(token, facts);
        if (unproven.isPresent()) {
            return new Admission.Refused(unproven.get());
        }
        return token.boundKey().isEmpty() ? allowed(facts) : new Admission.Refused(Denial.PROOF_COUNT);
    }

    private Admission allowed(RequestFacts facts) {
        Optional<Denial> denial = rules.denial(facts);
        return denial.isPresent() ? new Admission.Refused(denial.get()) : granted;
    }
}
