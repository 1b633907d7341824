package org.openchami.auth.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Tokens that are almost good ones, and none of them is: a pure function of a random seed. */
final class Mutations {
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/~ %\"{}";
    /** Members as attackers write them, for headers and claims alike. */
    private static final String[] MEMBERS = {"\"alg\":\"none\"", "\"alg\":\"HS256\"", "\"alg\":\"RS256\"", "\"alg\":null",
            "\"alg\":[\"RS256\"]",
            "\"kid\":\"../../etc/passwd\"", "\"kid\":\"\\u0000\"", "\"kid\":1", "\"kid\":[]", "\"kid\":\"\"", "\"typ\":\"at+jwt\"",
            "\"typ\":{}",
            "\"crit\":[\"exp\"]", "\"crit\":[]", "\"b64\":false", "\"jku\":\"http://127.0.0.1:1/\"",
            "\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}",
            "\"x5c\":[\"AA==\"]", "\"zip\":\"DEF\"", "\"cty\":\"JWT\"", "\"exp\":1e400", "\"exp\":\"9999999999\"", "\"exp\":-1",
            "\"exp\":1e999999999",
            "\"iat\":99999999999999999999", "\"nbf\":{}", "\"iss\":[]", "\"iss\":\"\"", "\"aud\":{}", "\"aud\":[[\"smd\"]]", "\"sub\":\"\"",
            "\"scp\":\"*\"", "\"scope\":\"smd.read smd.write\"", "\"client_id\":\"smd\"", "\"nonce\":\"n\"", "\"cnf\":{\"jkt\":1}",
            "\"ext\":\"\\ud800\"",
            "\"\":1", "\"a\":NaN", "\"a\":01", "\"a\":\"\\x\"", "\"a\":[[[[[[[[[[1]]]]]]]]]]",
            "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}"};
    private static final byte[][] BYTES = {{(byte) 0xff}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {0}, {'{'},
            {'}'}, {'['},
            {']'}, {'"'}, {'\\'}, {','}, {':'}, {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, {'1', 'e', '9', '9', '9'}, {'/', '*'}};

    private final List<String> good;
    private final Set<String> known;

    /** @param good the tokens to begin with */
    Mutations(List<String> good) {
        this.good = List.copyOf(good);
        this.known = Set.copyOf(good);
    }

    /** The next token that is not one of the good ones. */
    String next(SplittableRandom random) {
        while (true) {
            String token = mutate(random);
            if (!known.contains(token)) {
                return token;
            }
        }
    }

    private String mutate(SplittableRandom random) {
        String token = good.get(random.nextInt(good.size()));
        switch (random.nextInt(8)) {
            case 0 :
                return parts(random, token);
            case 1, 2 :
                return text(random, token);
            case 3, 4 :
                return bytes(random, token, random.nextInt(3));
            case 5, 6 :
                return member(random, token, random.nextInt(2));
            default :
                return junk(random);
        }
    }

    private String parts(SplittableRandom random, String token) {
        String[] mine = token.split("\\.");
        String[] others = good.get(random.nextInt(good.size())).split("\\.");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            text.append(random.nextBoolean() ? mine[random.nextInt(3)] : others[random.nextInt(3)])
                    .append(i > 1 || random.nextInt(8) == 0 ? "." : "");
        }
        return text.toString();
    }

    private static String text(SplittableRandom random, String token) {
        StringBuilder text = new StringBuilder(token);
        for (int i = random.nextInt(1, 4); i > 0 && text.length() > 2; i--) {
            int at = random.nextInt(text.length());
            char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(5)) {
                case 0 :
                    text.insert(at, character);
                    break;
                case 1 :
                    text.delete(at, Math.min(text.length(), at + random.nextInt(1, 20)));
                    break;
                case 2 :
                    text.insert(at, text.substring(0, random.nextInt(1, text.length())));
                    break;
                default :
                    text.setCharAt(at, character);
            }
        }
        return text.toString();
    }

    private static String bytes(SplittableRandom random, String token, int part) {
        byte[] content = content(token, part);
        for (int i = random.nextInt(1, 4); i > 0 && content.length > 1; i--) {
            int at = random.nextInt(content.length);
            switch (random.nextInt(4)) {
                case 0 :
                    content = Arrays.copyOf(content, random.nextInt(1, content.length + 3));
                    break;
                case 1 :
                    content = spliced(content, at, random.nextInt(2), BYTES[random.nextInt(BYTES.length)]);
                    break;
                default :
                    content[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return with(token, part, content);
    }

    /** One member more, at the end or at the start, or in place of what is there. */
    private static String member(SplittableRandom random, String token, int part) {
        byte[] content = content(token, part);
        byte[] member = MEMBERS[random.nextInt(MEMBERS.length)].getBytes(StandardCharsets.UTF_8);
        byte[] comma = {','};
        byte[] changed = random.nextBoolean()
                ? spliced(spliced(content, content.length - 1, 0, member), content.length - 1, 0, comma)
                : spliced(spliced(content, 1, 0, comma), 1, 0, member);
        return with(token, part,
                random.nextInt(8) == 0 ? spliced(spliced(new byte[]{'{', '}'}, 1, 0, member), 1, 0, new byte[0]) : changed);
    }

    /** Long, deep or broad, up to the size that is read at all. */
    private static String junk(SplittableRandom random) {
        String[] fills = {"[", "{\"a\":", "[],", "0", "\"\",", "\\u0061", " ", "{\"a\":1},"};
        String fill = fills[random.nextInt(fills.length)];
        String claims = "{\"a\":[" + fill.repeat(random.nextInt(1, 4000 / fill.length())) + "1]}";
        String header = "{\"alg\":\"RS256\",\"kid\":\"k\",\"a\":" + fill.repeat(random.nextInt(1, 60)) + "1}";
        return encoded(header.getBytes(StandardCharsets.UTF_8)) + "." + encoded(claims.getBytes(StandardCharsets.UTF_8)) + ".AAAA";
    }

    private static byte[] content(String token, int part) {
        return Base64.getUrlDecoder().decode(token.split("\\.")[part]);
    }

    private static String with(String token, int part, byte[] content) {
        String[] parts = token.split("\\.");
        parts[part] = encoded(content);
        return String.join(".", parts);
    }

    private static String encoded(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    private static byte[] spliced(byte[] content, int at, int without, byte[] more) {
        byte[] changed = new byte[content.length - without + more.length];
        System.arraycopy(content, 0, changed, 0, at);
        System.arraycopy(more, 0, changed, at, more.length);
        System.arraycopy(content, at + without, changed, at + more.length, content.length - at - without);
        return changed;
    }
}
