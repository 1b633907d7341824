package org.openchami.bss.domain;

import java.util.OptionalLong;

/** Whole numbers as clients write them: decimal, {@code 0x10} or {@code 020}. */
public final class Whole {
    private Whole() {}

    public static OptionalLong parse(String text) {
        if (text == null || text.indexOf('#') >= 0) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.decode(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
