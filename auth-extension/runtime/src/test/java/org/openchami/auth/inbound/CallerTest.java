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

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

class CallerTest {
    private final Caller caller = new Caller(
            new AccessToken(new BearerToken("t", Instant.MAX), new DefaultJWTCallerPrincipal("t", "JWT", new JwtClaims()), "authority",
                    new Principal.Service("http://hydra", "bss"), Set.of("smd"), Set.of("smd.read"), Set.of(), Instant.EPOCH,
                    Optional.empty(), Optional.empty()),
            null);

    @Test
    void itIsOneIdentityForAllRequestsWithTheSameScopes() {
        TokenIdentity first = caller.identity(Set.of("smd.read"));

        assertThat(caller.identity(Set.of("smd.read"))).isSameAs(first);
        assertThat(caller.item(Set.of("smd.read")).await().indefinitely()).isSameAs(first);
    }

    @Test
    void withOtherScopesItIsAnother() {
        TokenIdentity first = caller.identity(Set.of("smd.read"));

        assertThat(caller.identity(Set.of())).isNotSameAs(first);
        assertThat(caller.identity(Set.of()).<Set<String>>getAttribute(TokenIdentity.SCOPES)).isEmpty();
    }

    @Test
    void whatItPresentsIsTheService() {
        assertThat(caller.presented().service()).isTrue();
        assertThat(caller.presented().clientId()).isEqualTo("bss");
    }
}
