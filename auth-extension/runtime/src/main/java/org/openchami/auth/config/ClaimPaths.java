package org.openchami.auth.config;

import java.util.Optional;

/**
 * Where a {@link Profile#CUSTOM} token says what: member names, nested ones with slashes ({@code realm_access/roles}).
 *
 * @param service a path and the value that marks a service's own token, {@code path=value}; without it every token is a user's
 */
public record ClaimPaths(String subject, Optional<String> clientId, Optional<String> scopes, Optional<String> groups,
        Optional<String> service) {}
