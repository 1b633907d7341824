package org.openchami.auth.verify;

import java.util.Optional;
import java.util.Set;

import org.openchami.auth.config.ClaimPaths;

import com.fasterxml.jackson.databind.JsonNode;

/** By the paths that the operator gives. What marks a service is one value at one place; without it every token is a user's. */
record CustomClaims(ClaimPaths paths) implements ClaimMapping {
    /** As MicroProfile JWT has it. */
    private static final String GROUPS = "groups";

    @Override
    public Mapped map(Claims claims, String iss) {
        Optional<String> subject = claims.name(paths.subject());
        Optional<String> client = paths.clientId().isEmpty() ? Optional.of("") : claims.name(paths.clientId().get());
        if (subject.isEmpty() || client.isEmpty()) {
            return new Unfit(Reason.PRINCIPAL);
        }
        Optional<Set<String>> scopes = paths.scopes().map(claims::scopes).orElse(Optional.of(Set.of()));
        if (scopes.isEmpty()) {
            return new Unfit(Reason.SCOPE);
        }
        Optional<Set<String>> groups = claims.list(paths.groups().orElse(GROUPS));
        if (groups.isEmpty()) {
            return new Unfit(Reason.CLAIMS);
        }
        Principal principal = service(claims)
                ? new Principal.Service(iss, client.get())
                : new Principal.User(iss, subject.get(), client.get());
        return new Fits(principal, scopes.get(), groups.get());
    }

    private boolean service(Claims claims) {
        if (paths.service().isEmpty()) {
            return false;
        }
        String mark = paths.service().get();
        int sign = mark.indexOf('=');
        JsonNode value = claims.at(mark.substring(0, sign));
        return value.isValueNode() && value.asText().equals(mark.substring(sign + 1));
    }
}
