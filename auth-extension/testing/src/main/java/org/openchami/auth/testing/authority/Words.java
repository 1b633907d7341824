package org.openchami.auth.testing.authority;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Random words, and lists of words between spaces. */
final class Words {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Words() {}

    static String random(String prefix) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static List<String> split(String list) {
        return Arrays.stream(list.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
