package org.openchami.auth.verify;

import java.util.Set;

import org.openchami.auth.config.Issuer;

/** How an issuer's access tokens say who calls, and what that is worth. What fits neither a user nor a service is refused. */
sealed interface ClaimMapping permits HydraClaims, KeycloakClaims, Rfc9068Claims, CustomClaims {

    /** What the claims of a verified token say. */
    sealed interface Mapped {}

    record Fits(Principal principal, Set<String> scopes, Set<String> groups) implements Mapped {}

    record Unfit(Reason reason) implements Mapped {}

    Mapped map(Claims claims, String iss);

    static ClaimMapping of(Issuer issuer) {
        return switch (issuer.profile()) {
            case HYDRA -> new HydraClaims();
            case KEYCLOAK -> new KeycloakClaims();
            case RFC9068 -> new Rfc9068Claims();
            case CUSTOM -> new CustomClaims(issuer.claims());
        };
    }

    /** A service's subject is its client, with most authorities. */
    static Principal bySubject(String iss, String subject, String client) {
        return subject.equals(client) ? new Principal.Service(iss, client) : new Principal.User(iss, subject, client);
    }
}
