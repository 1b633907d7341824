package org.openchami.auth.inbound;

import java.security.Permission;
import java.security.Principal;
import java.util.Map;
import java.util.Set;

import org.openchami.auth.verify.AccessToken;

import io.quarkus.security.credential.Credential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * The identity that a token gives: its scopes that count here are permissions, a user's groups are roles. It is immutable and the same for every
 * request that the token comes with.
 */
final class TokenIdentity implements SecurityIdentity {
    /** The attribute that holds the {@link AccessToken}. */
    static final String TOKEN = AccessToken.class.getName();
    /** The attribute that holds the scopes that count here, as a set of text. */
    static final String SCOPES = TOKEN + ".scopes";
    private static final Uni<Boolean> YES = Uni.createFrom().item(true);
    private static final Uni<Boolean> NO = Uni.createFrom().item(false);

    private final Principal principal;
    private final Set<String> scopes;
    private final Set<String> roles;
    private final Set<Credential> credentials;
    private final Map<String, Object> attributes;

    /** @param scopes those that count here */
    TokenIdentity(AccessToken token, Set<String> scopes) {
        this.principal = token.claims();
        this.scopes = scopes;
        this.roles = token.service() ? Set.of() : token.groups();
        this.credentials = Set.of(new TokenCredential(token.bearer().reveal(), "bearer"));
        this.attributes = Map.of(TOKEN, token, SCOPES, scopes);
    }

    @Override
    public Uni<Boolean> checkPermission(Permission wanted) {
        return scopes.contains(text(wanted)) ? YES : NO;
    }

    /** As written: to Quarkus, {@code a:b} would be {@code a} with an action, and imply {@code a}. */
    static String text(Permission wanted) {
        String actions = wanted.getActions();
        return actions == null || actions.isEmpty() ? wanted.getName() : wanted.getName() + ":" + actions;
    }

    @Override
    public Principal getPrincipal() { return principal; }

    @Override
    public boolean isAnonymous() { return false; }

    @Override
    public Set<String> getRoles() { return roles; }

    @Override
    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    @Override
    public Set<Permission> getPermissions() { return Set.of(); }

    @Override
    public <T extends Credential> T getCredential(Class<T> type) {
        return credentials.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
    }

    @Override
    public Set<Credential> getCredentials() { return credentials; }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Map<String, Object> getAttributes() { return attributes; }
}
