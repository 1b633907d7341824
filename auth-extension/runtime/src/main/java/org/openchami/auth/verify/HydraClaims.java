package org.openchami.auth.verify;

import java.util.Optional;
import java.util.Set;

/**
 * As Ory Hydra writes them: {@code scp} (a list), {@code scope} (words), or both, which then say the same; groups in {@code ext}, where the login
 * application puts its own claims, or beside it, where the operator lifts them to.
 */
record HydraClaims() implements ClaimMapping {

    @Override
    public Mapped map(Claims claims, String iss) {
        Optional<String> subject = claims.name("sub");
        Optional<String> client = claims.name("client_id");
        if (subject.isEmpty() || client.isEmpty()) {
            return new Unfit(Reason.PRINCIPAL);
        }
        Optional<Set<String>> scopes = same(claims, "scp", "scope", claims.scopes("scp"), claims.scopes("scope"));
        if (scopes.isEmpty()) {
            return new Unfit(Reason.SCOPE);
        }
        Optional<Set<String>> groups = same(claims, "groups", "ext/groups", claims.list("groups"), claims.list("ext/groups"));
        return groups.isEmpty()
                ? new Unfit(Reason.CLAIMS)
                : new Fits(ClaimMapping.bySubject(iss, subject.get(), client.get()), scopes.get(), groups.get());
    }

    /** Never the two united: which of them counted would be a guess. */
    private static Optional<Set<String>> same(Claims claims, String one, String other, Optional<Set<String>> first,
            Optional<Set<String>> second) {
        if (claims.has(one) && claims.has(other) && !first.equals(second)) {
            return Optional.empty();
        }
        return claims.has(one) ? first : second;
    }
}
