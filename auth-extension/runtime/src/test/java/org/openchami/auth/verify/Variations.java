package org.openchami.auth.verify;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

/** Well-formed tokens that are right, or wrong in a thing or two, around every edge that a rule has: a pure function of a random seed. */
final class Variations {
    /** Seconds from now, on both sides of the skew and of a day. Whole ones: other readers cut fractions off. */
    private static final long[] SECONDS = {-100_000, -86_400, -3600, -31, -30, -29, -1, 0, 1, 29, 30, 31, 300, 3600, 86_399, 86_400, 86_401,
            100_000};

    private final VerifierWorld world;
    private final long now;
    private final TokenForge strange = TokenForge.withNewEcKey();

    Variations(VerifierWorld world) {
        this.world = world;
        this.now = world.clock.instant().getEpochSecond();
    }

    String next(SplittableRandom random) {
        TokenClaims claims = world.claims();
        for (int i = random.nextInt(4); i > 0; i--) {
            claims = changed(random, claims);
        }
        String token = signed(random, claims);
        return random.nextInt(8) == 0 ? spoilt(random, token) : token;
    }

    private TokenClaims changed(SplittableRandom random, TokenClaims claims) {
        String name = one(random, "exp", "exp", "iat", "iat", "nbf", "nbf", "iss", "aud", "aud", "sub", "jti", "client_id");
        switch (name) {
            case "exp", "iat", "nbf" :
                Object time = random.nextInt(6) == 0
                        ? one(random, "soon", "", -1, 0, true, List.of(), "" + now)
                        : now
                                + SECONDS[random.nextInt(SECONDS.length)];
                return random.nextInt(8) == 0 ? claims.without(name) : claims.with(name, time);
            case "iss" :
                String iss = world.iss();
                return random.nextInt(5) == 0
                        ? claims.without(name)
                        : claims.with(name, one(random, iss, iss + "/", iss.toUpperCase(Locale.ROOT), "", List.of(iss), 1));
            case "aud" :
                return random.nextInt(6) == 0
                        ? claims.without(name)
                        : claims.with(name, one(random, "smd", "openchami", "bss", "SMD", "smd ", "", 1, List.of(), List.of("smd"),
                                List.of("bss", "smd"), List.of("bss"), List.of("smd", 1), Map.of("smd", 1)));
            default :
                return random.nextInt(4) == 0 ? claims.without(name) : claims.with(name, one(random, "operator", "x", "", 1, List.of("x")));
        }
    }

    private String signed(SplittableRandom random, TokenClaims claims) {
        TokenForge key = one(random, world.ec, world.rsa, world.pss);
        return switch (random.nextInt(24)) {
            case 0 -> strange.claimingKid(key.kid()).token(claims);
            case 1 -> strange.token(claims);
            case 2 -> key.confusedWithHmac().token(claims);
            case 3 -> key.withoutKid().token(claims);
            case 4 -> key.claimingKid(one(random, world.ec, world.rsa, world.pss).kid()).token(claims);
            case 5 -> TokenForge.tampered(key.token(claims), changed(random, claims));
            default -> key.token(claims);
        };
    }

    /** One bit of one part, which stays base64url. */
    private static String spoilt(SplittableRandom random, String token) {
        List<String> parts = new ArrayList<>(List.of(token.split("\\.", -1)));
        int part = random.nextInt(3);
        byte[] bytes = Base64.getUrlDecoder().decode(parts.get(part));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        parts.set(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return String.join(".", parts);
    }

    @SafeVarargs
    private static <T> T one(SplittableRandom random, T... all) {
        return all[random.nextInt(all.length)];
    }
}
