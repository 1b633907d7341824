package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.Refused;

/** A token has a beginning and an end, both numbers, not too far apart, and counts between them give or take 30 s. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimesTest {
    private static final long DAY = 24 * 3600;

    private final SecurityWorld world;
    private final long now = Instant.now().getEpochSecond();

    TimesTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("noEnds")
    void exp(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("noBeginnings")
    void iatAndNbf(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("goodTimes")
    void timesWithinTheSkewOrOfAnotherForm(String token) {
        assertThat(world.get(token).status()).isEqualTo(200);
    }

    @Test
    void iatBeforeTheOperatorsNotBefore() {
        TokenForge key = world.issuers().keyOf("revoked");
        Draft token = Issuers.token("revoked", key);
        long then = world.issuers().notBefore().getEpochSecond();
        assertThat(world.get(token.claim("iat", Long.toString(then + 1)).withoutClaim("nbf").sign()).status()).isEqualTo(200);
        Refused.INVALID_TOKEN.is(world.get(token.claim("iat", Long.toString(then - 1)).withoutClaim("nbf").sign()));
    }

    Stream<Arguments> noEnds() {
        Draft good = world.good();
        Stream<Arguments> missing = Stream.of(argumentSet("missing", good.withoutClaim("exp").sign()));
        return Stream.concat(missing, Stream
                .of("null", "\"tomorrow\"", "\"" + (now + 300) + "\"", "\"\"", "true", "[" + (now + 300) + "]", "{}", "-1",
                        "-" + (now + 300), "0",
                        "-0", "0.5", "1.5e9", "1500000000", "1e-400", "9007199254740992", "9223372036854775807", "9223372036854775808",
                        "18446744073709551615", "1e19", "1e400", "-1e400", Long.toString((now + 300) * 1000), Long.toString(now - 31),
                        Long.toString(now - 3600), Long.toString(now + DAY + 60), Long.toString(now + 365 * DAY))
                .map(exp -> argumentSet(exp, good.claim("exp", exp).sign())));
    }

    Stream<Arguments> noBeginnings() {
        Draft good = world.good();
        Stream<Arguments> missing = Stream.of(argumentSet("iat missing", good.withoutClaim("iat").sign()));
        Stream<Arguments> wrong = Stream.of("iat", "nbf").flatMap(name -> Stream
                .of("null", "\"" + now + "\"", "true", "[]", "{}", "-1", "1e400", Long.toString(now + 90), Long.toString(now + 3600),
                        "9223372036854775807", Long.toString(now * 1000))
                .map(time -> argumentSet(name + " " + time, good.claim(name, time).sign())));
        Stream<Arguments> longLived = Stream.of(argumentSet("exp more than a day behind iat",
                good.claim("iat", Long.toString(now - DAY)).claim("nbf", Long.toString(now - DAY)).claim("exp", Long.toString(now + 120))
                        .sign()));
        Draft ending = good.withoutClaim("nbf").claim("exp", Long.toString(now + 5));
        Stream<Arguments> reversed = Stream.of(argumentSet("iat behind exp", ending.claim("iat", Long.toString(now + 10)).sign()),
                argumentSet("nbf behind exp", ending.claim("nbf", Long.toString(now + 10)).sign()));
        return Stream.of(missing, wrong, longLived, reversed).flatMap(all -> all);
    }

    Stream<Arguments> goodTimes() {
        Draft good = world.good();
        Draft past = good.claim("iat", Long.toString(now - 600)).claim("nbf", Long.toString(now - 600));
        return Stream.of(argumentSet("exp a fraction", good.claim("exp", (now + 60) + ".5").sign()),
                argumentSet("exp with an exponent", good.claim("exp", "0." + (now + 600) + "e10").sign()),
                argumentSet("iat and nbf fractions", good.claim("iat", (now - 1) + ".25").claim("nbf", (now - 1) + ".75").sign()),
                argumentSet("exp 15 s ago", past.claim("exp", Long.toString(now - 15)).sign()),
                argumentSet("nbf in 15 s", good.claim("nbf", Long.toString(now + 15)).sign()),
                argumentSet("iat in 15 s", good.claim("iat", Long.toString(now + 15)).sign()),
                argumentSet("nbf missing", good.withoutClaim("nbf").sign()),
                argumentSet("exp a day behind iat", good.claim("iat", Long.toString(now)).claim("exp", Long.toString(now + DAY)).sign()));
    }
}
