package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.Refused;

/** An issuer is known to the letter, and its keys are good for its own tokens, whatever they are called. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuersTest {
    private final SecurityWorld world;

    IssuersTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("almost")
    void issThatIsNotOurs(String token) {
        int before = world.keys().asked();
        Refused.INVALID_TOKEN.is(world.get(token));
        assertThat(world.keys().asked()).isEqualTo(before);
        assertThat(world.trap().connections()).isZero();
    }

    @Test
    void aTrustedIssuersOwnTokenIsLetIn() {
        assertThat(world.get(Issuers.token("twin", world.issuers().keyOf("twin")).sign()).status()).isEqualTo(200);
    }

    /** The mix-up of RFC 8725 section 2.7: two issuers, one kid. */
    @Test
    void twoIssuersWithOneKid() {
        TokenForge twins = world.issuers().keyOf("twin");
        TokenForge ours = world.ring().ec();
        assertThat(twins.kid()).isEqualTo(ours.kid());
        Refused.INVALID_TOKEN.is(world.get(world.good(twins).sign()));
        Refused.INVALID_TOKEN.is(world.get(Issuers.token("twin", ours).sign()));
        assertThat(world.get(world.good(ours).sign()).status()).isEqualTo(200);
    }

    @Test
    void aKeyOfOneIssuerUnderAnothersName() {
        Refused.INVALID_TOKEN.is(world.get(Issuers.token("twin", world.ring().rsa()).sign()));
        Refused.INVALID_TOKEN.is(world.get(world.good(world.issuers().keyOf("strict")).sign()));
    }

    @Test
    void anAlgorithmThatThisIssuerMayNotUse() {
        TokenForge strict = world.issuers().keyOf("strict");
        assertThat(world.get(Issuers.token("strict", strict).sign()).status()).isEqualTo(200);
        Refused.INVALID_TOKEN.is(world.get(Issuers.token("strict", strict.using("PS256")).sign()));
    }

    @Test
    void aTokenOfEachIssuerWithoutAKid() {
        assertThat(world.get(Issuers.token("solo", world.issuers().keyOf("solo").withoutKid()).sign()).status()).isEqualTo(200);
        Refused.INVALID_TOKEN.is(world.get(Issuers.token("many", world.issuers().keyOf("many").withoutKid()).sign()));
        Refused.INVALID_TOKEN.is(world.get(Issuers.token("twin", world.issuers().keyOf("twin").withoutKid()).sign()));
    }

    @Test
    void aTokenWithoutAKidByAnotherKeyThanTheOnlyOne() {
        Refused.INVALID_TOKEN.is(world.get(Issuers.token("solo", TokenForge.withNewEcKey().withoutKid()).sign()));
        Refused.INVALID_TOKEN.is(world.get(Issuers.token("solo", TokenForge.withNewRsaKey().withoutKid()).sign()));
    }

    Stream<Arguments> almost() {
        String iss = world.world().hydra().issuer();
        String bare = iss.replaceAll("/+$", "");
        Stream<Arguments> texts = Stream
                .of(iss.endsWith("/") ? bare : iss + "/", bare + "//", bare.replace("http:", "https:"), bare.replace("http:", "HTTP:"),
                        bare.toUpperCase(Locale.ROOT), bare.replace("127.0.0.1", "localhost"), bare.replace("127.0.0.1", "127.0.0.1."),
                        bare.replace("127.0.0.1", "127.1"), bare.replace("127.0.0.1", "[::1]"), bare.replace("127.0.0.1", "evil@127.0.0.1"),
                        bare.replace("1", "\uff11"), bare.replace("http", "h\u0442tp"), bare + "\u200b", bare + "\u0000", " " + bare,
                        bare + " ", bare + "#",
                        bare + "?a", bare + "/.", bare + "/../", bare.substring(0, bare.length() - 1), bare + "0", "", " ",
                        world.trap().url(""),
                        world.keys().url().toString(), "smd", "authority", "*")
                .map(text -> argumentSet("'" + text.replace("\u0000", "NUL").replace("\u200b", "ZWSP") + "'",
                        world.good().claim("iss", Draft.quoted(text)).sign()));
        Stream<Arguments> kinds = Stream.of("null", "0", "true", "{}", "[]", "[" + Draft.quoted(iss) + "]")
                .map(json -> argumentSet(json, world.good().claim("iss", json).sign()));
        return Stream.of(texts, kinds, Stream.of(argumentSet("missing", world.good().withoutClaim("iss").sign()))).flatMap(all -> all);
    }
}
