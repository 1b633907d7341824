package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.token.TokenForge;

/** A valid token, changed at random: never accepted, and never anything else than a refusal. The seed is fixed. */
class TokenFuzzTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ~\n\u00e9\u0000";
    private static VerifierWorld world;

    @BeforeAll
    static void start() {
        world = new VerifierWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static void fuzz(TokenForge forge, int times, long seed) {
        Random random = new Random(seed);
        String good = forge.token(world.claims().scopes("smd.read"));
        assertThat(world.judge(good)).isInstanceOf(Verdict.Accepted.class);
        for (int i = 0; i < times; i++) {
            String changed = mutated(good, random);
            if (!changed.equals(good) && !(verdict(changed) instanceof Verdict.Rejected)) {
                fail("mutation " + i + " was not refused: " + changed);
            }
        }
    }

    private static Verdict verdict(String token) {
        try {
            return world.judge(token);
        } catch (RuntimeException e) {
            return fail("no verdict on " + token, e);
        }
    }

    private static String mutated(String token, Random random) {
        StringBuilder text = new StringBuilder(token);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(6)) {
                case 0 -> text.insert(at, other);
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
                case 3 -> text.setLength(Math.max(1, at));
                case 4 -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
                default -> text.setCharAt(at, other);
            }
        }
        return text.toString();
    }

    @Test
    void ninetyThousandChangesOfAnRsaTokenAreRefused() {
        fuzz(world.rsa, 90_000, 20_260_101);
    }

    @Test
    void tenThousandChangesOfAnEllipticTokenAreRefused() {
        fuzz(world.ec, 10_000, 20_260_102);
    }

    @Test
    void everyChangeOfTheLastCharacterIsRefused() {
        for (TokenForge forge : new TokenForge[]{world.rsa, world.ec, world.pss}) {
            String good = forge.token(world.claims());
            String start = good.substring(0, good.length() - 1);
            ALPHABET.chars().mapToObj(last -> start + (char) last).filter(changed -> !changed.equals(good))
                    .forEach(changed -> assertThat(verdict(changed)).as(changed).isInstanceOf(Verdict.Rejected.class));
        }
    }
}
