package org.openchami.auth.verify;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * As Keycloak writes them: the client in {@code azp}, roles in {@code realm_access.roles}, and within the claims a {@code typ} that tells access
 * tokens from ID and refresh tokens. A service is the service account user of its client, and both marks of it have to be there: a user may be
 * called anything.
 */
record KeycloakClaims() implements ClaimMapping {
    private static final String ACCOUNT = "service-account-";

    @Override
    public Mapped map(Claims claims, String iss) {
        String typ = claims.name("typ").orElse("");
        if (!typ.equals("Bearer") && !(typ.equals("DPoP") && claims.has("cnf/jkt"))) {
            return new Unfit(Reason.TYPE);
        }
        Optional<String> subject = claims.name("sub");
        Optional<String> client = claims.name("azp");
        if (subject.isEmpty() || client.isEmpty()) {
            return new Unfit(Reason.PRINCIPAL);
        }
        String user = claims.name("preferred_username").orElse("");
        // user names are in lower case there
        boolean account = user.equals(ACCOUNT + client.get()) || user.equals((ACCOUNT + client.get()).toLowerCase(Locale.ROOT));
        boolean named = claims.has("client_id");
        if (account != named || named && !claims.name("client_id").equals(client) || !account && user.startsWith(ACCOUNT)) {
            return new Unfit(Reason.PRINCIPAL);
        }
        Optional<Set<String>> scopes = claims.scopes("scope");
        if (scopes.isEmpty()) {
            return new Unfit(Reason.SCOPE);
        }
        Optional<Set<String>> roles = claims.list("realm_access/roles");
        if (roles.isEmpty()) {
            return new Unfit(Reason.CLAIMS);
        }
        Principal principal = account ? new Principal.Service(iss, client.get()) : new Principal.User(iss, subject.get(), client.get());
        return new Fits(principal, scopes.get(), roles.get());
    }
}
