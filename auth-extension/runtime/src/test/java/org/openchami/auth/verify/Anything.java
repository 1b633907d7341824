package org.openchami.auth.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Texts, bytes and JSON objects of any kind: a pure function of a random seed. */
final class Anything {
    private static final String[] NAMES = {"alg", "kid", "typ", "crit", "jwk", "iss", "aud", "exp", "sub", "scp", "ext"};
    private static final Object[] KNOWN = {"RS256", "none", "smd", "openchami", "JWT", true, false, "", 0, -1, Long.MAX_VALUE,
            Long.MIN_VALUE};

    private Anything() {}

    /** ASCII, Latin, all of the first plane with its surrogates and controls, or all planes; often short, sometimes long. */
    static String text(SplittableRandom random) {
        int end = new int[]{0x80, 0x100, 0x1_0000, 0x11_0000}[random.nextInt(4)];
        int length = random.nextInt(random.nextInt(8) == 0 ? 4000 : 40);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(end));
        }
        return text.toString();
    }

    static byte[] bytes(SplittableRandom random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    static Map<String, Object> object(SplittableRandom random) {
        return members(random, 6, true);
    }

    private static Map<String, Object> members(SplittableRandom random, int most, boolean nested) {
        Map<String, Object> members = new TreeMap<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String name = random.nextBoolean() ? NAMES[random.nextInt(NAMES.length)] : ascii(random, 20);
            members.put(name, nested ? value(random) : leaf(random));
        }
        return members;
    }

    private static Object value(SplittableRandom random) {
        switch (random.nextInt(3)) {
            case 0 :
                return members(random, 3, false);
            case 1 :
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    list.add(leaf(random));
                }
                return list;
            default :
                return leaf(random);
        }
    }

    private static Object leaf(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> ascii(random, 30);
            case 1 -> random.nextLong();
            case 2 -> random.nextDouble(-1e12, 1e12);
            default -> KNOWN[random.nextInt(KNOWN.length)];
        };
    }

    private static String ascii(SplittableRandom random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append((char) random.nextInt(0x80));
        }
        return text.toString();
    }
}
