package org.openchami.it.security;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.refusal.Refused;

/** One token has one spelling (RFC 7515 section 2): base64url without padding, and no bit that belongs to no byte. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictBase64Test {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String[] NAMES = {"header", "claims", "signature"};

    private final SecurityWorld world;
    private final String[] parts;

    StrictBase64Test(SecurityWorld world) {
        this.world = world;
        this.parts = parts();
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void otherSpellingOfAGoodToken(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    /** What RFC 6750 does not call a token is a request that can't be read. */
    @ParameterizedTest
    @MethodSource("noTokens")
    void charactersThatNoBearerTokenHas(String token) {
        Refused.INVALID_REQUEST.is(world.get(token));
    }

    Stream<Arguments> tokens() {
        Stream<Arguments> everywhere = IntStream.range(0, 3).boxed()
                .flatMap(i -> Stream.of(argumentSet("bits that belong to no byte: " + NAMES[i], replaced(i, loose(parts[i]))),
                        argumentSet("the other alphabet: " + NAMES[i], replaced(i, parts[i].replace('-', '+').replace('_', '/'))),
                        argumentSet("a character too many: " + NAMES[i],
                                replaced(i, parts[i] + "AAA".substring((parts[i].length() + 2) % 4 % 3))),
                        argumentSet("a tilde: " + NAMES[i], replaced(i, "~" + parts[i].substring(1)))));
        return Stream.concat(everywhere,
                Stream.of(argumentSet("padding: signature, =", replaced(2, parts[2] + "=")),
                        argumentSet("padding: signature, ==", replaced(2, parts[2] + "==")),
                        argumentSet("padding: signature, ====", replaced(2, parts[2] + "===="))));
    }

    Stream<Arguments> noTokens() {
        return Stream.of(argumentSet("padding: header", replaced(0, parts[0] + "==")),
                argumentSet("padding: claims", replaced(1, parts[1] + "=")),
                argumentSet("blank in the claims", replaced(1, parts[1].substring(0, 4) + " " + parts[1].substring(4))),
                argumentSet("blank before the dot", parts[0] + " ." + parts[1] + "." + parts[2]),
                argumentSet("tab in the claims", replaced(1, parts[1].substring(0, 4) + "\t" + parts[1].substring(4))),
                argumentSet("percent-encoded dot", parts[0] + "%2e" + parts[1] + "." + parts[2]),
                argumentSet("quotes", "\"" + String.join(".", parts) + "\""), argumentSet("semicolon", String.join(".", parts) + ";a=b"),
                argumentSet("padding alone", "=="), argumentSet("asterisk", replaced(2, "*" + parts[2].substring(1))));
    }

    /** Of a token whose every part has loose bits at its end, a - and a _. */
    private String[] parts() {
        Draft good = world.good();
        for (int pad = 0;; pad++) {
            String filler = ">>>>>>??????" + "p".repeat(pad % 7);
            String[] made = good.header("x", Draft.quoted(filler)).claim("x", Draft.quoted(filler + pad)).sign().split("\\.");
            if (Stream.of(made).allMatch(part -> part.length() % 4 != 0 && part.contains("-") && part.contains("_"))) {
                return made;
            }
            if (pad > 500) {
                throw new IllegalStateException("No such token");
            }
        }
    }

    /** The same bytes, spelled with a last character whose unused bits are not zero. */
    private static String loose(String part) {
        int last = ALPHABET.indexOf(part.charAt(part.length() - 1));
        return part.substring(0, part.length() - 1) + ALPHABET.charAt(last | 1);
    }

    private String replaced(int index, String other) {
        String[] changed = parts.clone();
        changed[index] = other;
        return String.join(".", changed);
    }
}
