package org.openchami.auth.inbound;

import java.security.Permission;
import java.security.Principal;
import java.util.Map;
import java.util.Set;

import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Passes every rule of a route in shadow, on behalf of the one that really calls. It lives from authentication to the moment when the resource's
 * own rule was asked, and no longer: the resource sees the real one.
 */
record ShadowIdentity(SecurityIdentity real) implements SecurityIdentity {

    @Override
    public boolean isAnonymous() { return false; }

    @Override
    public boolean hasRole(String role) {
        return true;
    }

    @Override
    public Uni<Boolean> checkPermission(Permission permission) {
        return Uni.createFrom().item(true);
    }

    @Override
    public Principal getPrincipal() { return real.getPrincipal(); }

    @Override
    public Set<String> getRoles() { return real.getRoles(); }

    @Override
    public Set<Permission> getPermissions() { return real.getPermissions(); }

    @Override
    public <T extends Credential> T getCredential(Class<T> type) {
        return real.getCredential(type);
    }

    @Override
    public Set<Credential> getCredentials() { return real.getCredentials(); }

    @Override
    public <T> T getAttribute(String name) {
        return real.getAttribute(name);
    }

    @Override
    public Map<String, Object> getAttributes() { return real.getAttributes(); }
}
