package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.openchami.auth.config.Configured;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.verify.AccessToken;
import org.openchami.auth.verify.Principal;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

class VerifiedTokenProviderTest {
    private final VerifiedTokenProvider provider = new VerifiedTokenProvider(
            Configured.with("openchami.auth.clients.bss.scopes", "smd.read"));
    private final JwtClaims claims = new JwtClaims();
    private Set<String> groups = Set.of();

    private SecurityIdentity identity(String subject, String client, String... scopes) {
        claims.setSubject(subject);
        Principal principal = subject.equals(client)
                ? new Principal.Service("http://hydra", client)
                : new Principal.User("http://hydra", subject, client);
        AccessToken token = new AccessToken(new BearerToken("t", Instant.MAX), new DefaultJWTCallerPrincipal("t", "JWT", claims),
                "authority",
                principal, Set.of("smd"), Set.of(scopes), groups, Instant.EPOCH, Optional.empty(), Optional.empty());
        return provider.authenticate(new VerifiedTokenRequest(token), null).await().indefinitely();
    }

    private static boolean may(SecurityIdentity identity, String scope) {
        Permission permission = new StringPermission(scope);
        return identity.checkPermissionBlocking(permission);
    }

    @Test
    void aUsersScopesArePermissions() {
        SecurityIdentity user = identity("operator", "cli", "smd.read", "smd.write");

        assertThat(may(user, "smd.read")).isTrue();
        assertThat(may(user, "smd.write")).isTrue();
        assertThat(may(user, "smd.admin")).isFalse();
    }

    @Test
    void aScopeIsNoPrefixOfAnother() {
        assertThat(may(identity("operator", "cli", "smd.read.all", "smd"), "smd.read")).isFalse();
    }

    @Test
    void aServiceHasOnlyTheScopesThatOurConfigurationGivesIt() {
        SecurityIdentity bss = identity("bss", "bss", "smd.read", "smd.write");

        assertThat(may(bss, "smd.read")).isTrue();
        assertThat(may(bss, "smd.write")).isFalse();
    }

    @Test
    void aServiceHasOnlyTheScopesThatItsTokenHas() {
        assertThat(may(identity("bss", "bss"), "smd.read")).isFalse();
    }

    @Test
    void aServiceThatIsNotConfiguredHasNone() {
        assertThat(may(identity("evil", "evil", "smd.read"), "smd.read")).isFalse();
    }

    @Test
    void aServiceHasNoRolesWhateverItsTokenSays() {
        groups = Set.of("admins");

        assertThat(identity("bss", "bss").getRoles()).isEmpty();
    }

    @Test
    void aScopeWithAColonIsOneWord() {
        assertThat(may(identity("operator", "cli", "smd:read"), "smd")).isFalse();
    }

    @Test
    void groupsBecomeRoles() {
        groups = Set.of("admins");

        assertThat(identity("operator", "cli").getRoles()).containsExactly("admins");
    }
}
