package org.openchami.auth.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The compact form of a JWS (RFC 7515 section 7.1), read so that one content has one spelling: no padding, no other alphabet, no bits that belong
 * to no byte. What could be spelled in several ways would evade whatever knows a token by its text.
 */
public final class CompactForm {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    /** Four characters are three bytes; two of them leave 4 bits over, three leave 2. */
    private static final int CHARACTERS = 4;
    private static final int[] SPARE = {0, 0, 0b1111, 0b11};

    private CompactForm() {}

    /** Header, payload and signature; empty if the text is anything else than these three, none of them empty. */
    public static Optional<List<byte[]>> parts(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 0 || second < 0 || text.indexOf('=') >= 0) {
            return Optional.empty();
        }
        // a character that is none of Latin-1 becomes '?', which is outside of the alphabet as it is
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length != text.length()) {
            // two chars were one character
            return Optional.empty();
        }
        try {
            return Optional.of(List.of(part(bytes, 0, first), part(bytes, first + 1, second), part(bytes, second + 1, bytes.length)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] part(byte[] text, int from, int to) {
        int over = (to - from) % CHARACTERS;
        if (to == from || over == 1 || (ALPHABET.indexOf(text[to - 1]) & SPARE[over]) != 0) {
            throw new IllegalArgumentException();
        }
        return Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, from, to));
    }
}
