package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.Refused;

/** A key, or where to find one, that a token brings along is not looked at, whatever its kid; nobody is called for it. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignKeyTest {
    private final SecurityWorld world;
    private final TokenForge attacker = TokenForge.withNewEcKey();

    ForeignKeyTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("attackers")
    void keyBroughtAlong(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
        assertThat(world.trap().connections()).isZero();
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void goodTokenThatAlsoNamesAKeyIsJudgedByOurs(String token) {
        assertThat(world.get(token).status()).isEqualTo(200);
        assertThat(world.trap().connections()).isZero();
    }

    Stream<Arguments> attackers() {
        return headers().entrySet().stream().flatMap(header -> {
            Draft bad = world.good(attacker).header(header.getKey(), header.getValue());
            return Stream.of(argumentSet(header.getKey() + ", kid of the attacker", bad.sign()),
                    argumentSet(header.getKey() + ", kid of a good key", bad.header("kid", Draft.quoted(world.ring().ec().kid())).sign()),
                    argumentSet(header.getKey() + ", no kid", bad.withoutHeader("kid").sign()));
        });
    }

    Stream<Arguments> harmless() {
        return headers().entrySet().stream()
                .map(header -> argumentSet(header.getKey(), world.good().header(header.getKey(), header.getValue()).sign()));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("jku", Draft.quoted(world.trap().url("/jwks.json")));
        headers.put("x5u", Draft.quoted(world.trap().url("/certificate.pem")));
        headers.put("jwk", Ring.jwk(attacker).encode());
        String der = Base64.getEncoder().encodeToString(attacker.jwk().getPublicKey().getEncoded());
        headers.put("x5c", "[" + Draft.quoted(der) + "]");
        headers.put("x5t", "\"dGh1bWJwcmludA\"");
        headers.put("x5t#S256", "\"dGh1bWJwcmludA\"");
        return headers;
    }
}
