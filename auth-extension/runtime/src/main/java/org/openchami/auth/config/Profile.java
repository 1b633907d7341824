package org.openchami.auth.config;

/** How an authority writes its access tokens: which claims say who calls, through which client, with which scopes and groups. */
public enum Profile {
    /** Ory Hydra: {@code client_id}, {@code scp} or {@code scope}; a service's subject is its client id. */
    HYDRA,
    /** Keycloak: {@code azp}, {@code realm_access.roles}; a service is the service account user of its client. */
    KEYCLOAK,
    /** RFC 9068 to the letter, the type {@code at+jwt} included. */
    RFC9068,
    /** By the claim paths that the operator gives. */
    CUSTOM
}
