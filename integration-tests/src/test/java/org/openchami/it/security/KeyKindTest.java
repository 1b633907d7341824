package org.openchami.it.security;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.Refused;

/** A key is good for one family of algorithms, or for the one it names; only configured algorithms count. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyKindTest {
    private final SecurityWorld world;

    KeyKindTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("mixed")
    void algorithmOfAnotherKey(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void algorithmThatIsNotAllowed(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    Stream<Arguments> mixed() {
        Ring ring = world.ring();
        return Stream.of(argumentSet("RS256 with an EC key's kid", world.good(ring.rsa().claimingKid(ring.ec().kid())).sign()),
                argumentSet("PS256 with an EC key's kid", world.good(ring.rsa().using("PS256").claimingKid(ring.ec().kid())).sign()),
                argumentSet("ES256 with an RSA key's kid", world.good(ring.ec().claimingKid(ring.rsa().kid())).sign()),
                argumentSet("ES256 with a P-384 key's kid", world.good(ring.ec().claimingKid(ring.p384().kid())).sign()),
                argumentSet("ES256 in the header, ES384 by a P-384 key", world.good(ring.p384()).header("alg", "\"ES256\"").sign()),
                argumentSet("PS256 where the key is for RS256 only", world.good(ring.rsa().using("PS256")).sign()),
                argumentSet("PS256 where the key does not say what it is for", world.good(ring.anyRsa().using("PS256")).sign()),
                argumentSet("RS256 where the key is for PS256 only", world.good(ring.pss().using("RS256")).sign()),
                argumentSet("PS256 in the header, RS256 in the signature",
                        world.good(ring.pss().using("RS256")).header("alg", "\"PS256\"").sign()),
                argumentSet("RS256 in the header, PS256 in the signature",
                        world.good(ring.anyRsa().using("PS256")).header("alg", "\"RS256\"").sign()),
                argumentSet("RS256 in the header, RS512 in the signature",
                        world.good(ring.anyRsa().using("RS512")).header("alg", "\"RS256\"").sign()));
    }

    Stream<Arguments> foreign() {
        Ring ring = world.ring();
        Stream<Arguments> real = Stream.of("RS384", "RS512", "PS384", "PS512")
                .map(alg -> argumentSet(alg, world.good(ring.anyRsa().using(alg)).sign()));
        Stream<Arguments> named = Stream
                .of("ES512", "ES256K", "EdDSA", "Ed25519", "ML-DSA-65", "es256", "ES256 ", "SHA256withECDSA", "RS1", "dir", "RSA-OAEP",
                        "A128KW", "PBES2-HS256+A128KW")
                .map(alg -> argumentSet(alg, world.good().header("alg", Draft.quoted(alg)).sign()));
        TokenForge p384 = ring.p384();
        return Stream.concat(Stream.of(argumentSet("ES384 by a P-384 key", world.good(p384).sign())), Stream.concat(real, named));
    }
}
