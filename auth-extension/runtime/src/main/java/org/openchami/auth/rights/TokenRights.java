package org.openchami.auth.rights;

import java.util.Optional;

import org.openchami.auth.verify.AccessToken;

/** What one token gives its holder here: made once for a token and kept with it, asked for every request. */
public final class TokenRights {
    private final AccessToken token;
    private final ClientRules rules;
    private final Dpop dpop;
    private final Admission granted;

    TokenRights(AccessToken token, ClientRules rules, Dpop dpop) {
        this.token = token;
        this.rules = rules;
        this.dpop = dpop;
        this.granted = new Admission.Granted(rules.scopes());
    }

    /** Says first whether the token is its holder's, then whether the holder may call at all: 401 before 403. */
    public Admission admit(RequestFacts facts) {
        Optional<Denial> unproven = Binding.fault(token, facts);
        if (unproven.isPresent()) {
            return new Admission.Refused(unproven.get());
        }
        return token.boundKey().isEmpty() ? allowed(facts) : dpop.check(token, facts, pinned(token.boundKey().get(), facts));
    }

    private Admission pinned(String thumbprint, RequestFacts facts) {
        return rules.trusts(thumbprint) ? allowed(facts) : new Admission.Refused(Denial.KEY_PIN);
    }

    private Admission allowed(RequestFacts facts) {
        Optional<Denial> denial = rules.denial(facts);
        return denial.isPresent() ? new Admission.Refused(denial.get()) : granted;
    }
}
