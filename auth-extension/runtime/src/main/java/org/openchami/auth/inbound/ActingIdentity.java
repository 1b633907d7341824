package org.openchami.auth.inbound;

import java.security.Permission;
import java.security.Principal;
import java.util.Map;
import java.util.Set;

import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** A caller that acts in one of its roles alone, which it chose with {@link CallRole}. Its scopes stay as they are. */
record ActingIdentity(SecurityIdentity whole, String role) implements SecurityIdentity {

    @Override
    public Set<String> getRoles() { return Set.of(role); }

    @Override
    public boolean hasRole(String name) {
        return role.equals(name);
    }

    @Override
    public Uni<Boolean> checkPermission(Permission permission) {
        return whole.checkPermission(permission);
    }

    @Override
    public Principal getPrincipal() { return whole.getPrincipal(); }

    @Override
    public boolean isAnonymous() { return whole.isAnonymous(); }

    @Override
    public Set<Permission> getPermissions() { return whole.getPermissions(); }

    @Override
    public <T extends Credential> T getCredential(Class<T> type) {
        return whole.getCredential(type);
    }

    @Override
    public Set<Credential> getCredentials() { return whole.getCredentials(); }

    @Override
    public <T> T getAttribute(String name) {
        return whole.getAttribute(name);
    }

    @Override
    public Map<String, Object> getAttributes() { return whole.getAttributes(); }
}
