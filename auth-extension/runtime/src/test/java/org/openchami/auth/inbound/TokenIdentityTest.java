package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.verify.AccessToken;
import org.openchami.auth.verify.Principal;

import io.quarkus.security.StringPermission;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

class TokenIdentityTest {
    private static final String ISSUER = "http://hydra";

    private static AccessToken token(Principal principal, Set<String> groups) {
        return new AccessToken(new BearerToken("t", Instant.MAX), new DefaultJWTCallerPrincipal("t", "JWT", new JwtClaims()), "authority",
                principal, Set.of("smd"), Set.of(), groups, Instant.EPOCH, Optional.empty(), Optional.empty());
    }

    private static TokenIdentity user(String... scopes) {
        return new TokenIdentity(token(new Principal.User(ISSUER, "operator", "cli"), Set.of("admins", "operators")), Set.of(scopes));
    }

    private static boolean may(SecurityIdentity identity, String scope) {
        return identity.checkPermissionBlocking(new StringPermission(scope));
    }

    @Test
    void scopesArePermissions() {
        SecurityIdentity user = user("smd.read", "smd.write");

        assertThat(may(user, "smd.read")).isTrue();
        assertThat(may(user, "smd.write")).isTrue();
        assertThat(may(user, "smd.admin")).isFalse();
    }

    @Test
    void aScopeIsNoPrefixOfAnother() {
        assertThat(may(user("smd.read.all", "smd"), "smd.read")).isFalse();
    }

    @Test
    void aScopeWithAColonIsOneWord() {
        assertThat(may(user("smd:read"), "smd")).isFalse();
        assertThat(may(user("smd"), "smd:read")).isFalse();
        assertThat(user("smd:read").checkPermissionBlocking(new StringPermission("smd", "read"))).isTrue();
    }

    @Test
    void aUsersGroupsAreRoles() {
        assertThat(user().getRoles()).containsExactlyInAnyOrder("admins", "operators");
        assertThat(user().hasRole("admins")).isTrue();
        assertThat(user().hasRole("root")).isFalse();
    }

    @Test
    void aServiceHasNoRolesWhateverItsTokenSays() {
        assertThat(new TokenIdentity(token(new Principal.Service(ISSUER, "bss"), Set.of("admins")), Set.of()).getRoles()).isEmpty();
    }

    @Test
    void inOneRoleItHasNoOther() {
        SecurityIdentity acting = new ActingIdentity(user("smd.read"), "operators");

        assertThat(acting.getRoles()).containsExactly("operators");
        assertThat(acting.hasRole("admins")).isFalse();
        assertThat(may(acting, "smd.read")).isTrue();
        assertThat(acting.isAnonymous()).isFalse();
    }

    @Test
    void itCarriesItsTokenForWhoeverAsksForIt() {
        assertThat(user().getCredential(TokenCredential.class).getToken()).isEqualTo("t");
        assertThat(user().<AccessToken>getAttribute(TokenIdentity.TOKEN).clientId()).isEqualTo("cli");
    }

    @Test
    void aServicesOwnAugmentorMayBuildOnIt() {
        SecurityIdentity more = QuarkusSecurityIdentity.builder(user("smd.read")).addRole("extra").build();

        assertThat(may(more, "smd.read")).isTrue();
        assertThat(may(more, "smd.write")).isFalse();
        assertThat(more.hasRole("admins")).isTrue();
        assertThat(more.hasRole("extra")).isTrue();
    }

    @Test
    void inShadowItPassesEveryRuleAndSaysWhoItReallyIs() {
        SecurityIdentity shadow = new ShadowIdentity(user());

        assertThat(may(shadow, "smd.read")).isTrue();
        assertThat(shadow.hasRole("root")).isTrue();
        assertThat(shadow.getRoles()).containsExactlyInAnyOrder("admins", "operators");
        assertThat(Shadow.nobody().isAnonymous()).isFalse();
    }
}
