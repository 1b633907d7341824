package org.openchami.auth.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** To the letter of RFC 9068 section 2.2: all that it requires, a service by its subject (section 2.2), roles, groups and entitlements united. */
record Rfc9068Claims() implements ClaimMapping {
    private static final List<String> GROUPS = List.of("groups", "roles", "entitlements");

    @Override
    public Mapped map(Claims claims, String iss) {
        if (claims.name("jti").isEmpty()) {
            return new Unfit(Reason.CLAIMS);
        }
        Optional<String> subject = claims.name("sub");
        Optional<String> client = claims.name("client_id");
        if (subject.isEmpty() || client.isEmpty()) {
            return new Unfit(Reason.PRINCIPAL);
        }
        Optional<Set<String>> scopes = claims.scopes("scope");
        if (scopes.isEmpty()) {
            return new Unfit(Reason.SCOPE);
        }
        Set<String> groups = new LinkedHashSet<>();
        for (String name : GROUPS) {
            Optional<Set<String>> some = claims.list(name);
            if (some.isEmpty()) {
                return new Unfit(Reason.CLAIMS);
            }
            groups.addAll(some.get());
        }
        return new Fits(ClaimMapping.bySubject(iss, subject.get(), client.get()), scopes.get(), groups);
    }
}
