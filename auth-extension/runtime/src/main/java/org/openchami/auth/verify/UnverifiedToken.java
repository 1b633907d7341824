package org.openchami.auth.verify;

import java.util.List;
import java.util.Optional;

import org.openchami.auth.secret.CompactForm;

import com.fasterxml.jackson.databind.JsonNode;

/** The parts of a signed JWT (RFC 7515 section 7.1) before anything of it is believed: just enough to choose a key, or to refuse without one. */
record UnverifiedToken(JsonNode header, JsonNode claims, byte[] signature) {
    private static final int MAX_HEADER = 1024;
    private static final char END_OF_ASCII = 0x80;

    /** What became of the text: a token, or the reason why there is none. */
    record Read(Optional<UnverifiedToken> token, Reason fault) {
        private static Read refused(Reason fault) {
            return new Read(Optional.empty(), fault);
        }
    }

    static Read of(String text, int maxSize) {
        if (text.length() > maxSize) {
            return Read.refused(Reason.SIZE);
        }
        List<byte[]> parts = ascii(text) ? CompactForm.parts(text).orElse(List.of()) : List.of();
        if (parts.isEmpty()) {
            return Read.refused(Reason.MALFORMED);
        }
        if (parts.get(0).length > MAX_HEADER) {
            return Read.refused(Reason.SIZE);
        }
        Optional<JsonNode> header = StrictJson.object(parts.get(0));
        Optional<JsonNode> claims = header.isPresent() ? StrictJson.object(parts.get(1)) : Optional.empty();
        return claims.isEmpty()
                ? Read.refused(Reason.JSON)
                : new Read(Optional.of(new UnverifiedToken(header.get(), claims.get(), parts.get(2))), null);
    }

    /** Where each character is one byte, what is signed is what is read. */
    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= END_OF_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Empty if there is no such member, or it is no text. */
    static Optional<String> text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
