package org.openchami.auth.test;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.openchami.auth.testing.authority.Authority;
import org.openchami.auth.testing.authority.AuthorityOptions;
import org.openchami.auth.testing.port.FreePort;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An authority inside the JVM of the tests, and tokens as it would grant them. */
public final class TrustedAuthority implements QuarkusTestResourceLifecycleManager {
    static final String ISSUER = "http://authority.test";
    static final String ADMIN = "openchami.auth.registration.url";

    private Authority authority;

    @Override
    public Map<String, String> start() {
        authority = Authority.start(new AuthorityOptions(FreePort.next(), FreePort.next(), ISSUER, Duration.ofMinutes(5), false,
                Optional.empty(), Clock.systemUTC()));
        return Map.of("openchami.auth.authority", authority.publicUrl().toString(), "openchami.auth.issuer", ISSUER, ADMIN,
                authority.adminUrl().toString());
    }

    static String user(URI admin, String... scopes) {
        return token(admin, TokenClaims.of(ISSUER).scopes(scopes));
    }

    static String service(URI admin, String name, String... scopes) {
        return token(admin, TokenClaims.of(ISSUER).subject(name).client(name).scopes(scopes));
    }

    static String token(URI admin, TokenClaims claims) {
        return TokenForge.asAuthority(admin).token(claims);
    }

    @Override
    public void stop() {
        authority.close();
    }
}
