package org.openchami.auth.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * One JSON object, read where readers differ as the strictest does (RFC 8259, RFC 7493, RFC 8725 section 2.4): UTF-8 and nothing else, no name twice,
 * no lone surrogate, no number beyond a double, nothing behind the object; and bounded in depth, members and digits.
 */
public final class StrictJson {
    private static final int DEPTH = 8;
    private static final int DIGITS = 32;
    private static final int NAME = 256;
    private static final int MEMBERS = 128;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxNumberLength(DIGITS).maxNameLength(NAME).build())
            .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build()
            .readerFor(JsonNode.class);

    private StrictJson() {}

    /** Empty if it is anything else. */
    public static Optional<JsonNode> object(byte[] bytes) {
        try {
            JsonNode json = READER.readTree(text(bytes));
            return json.isObject() && json.size() <= MEMBERS && sound(json) ? Optional.of(json) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Text first: given bytes, Jackson would guess at UTF-16 and UTF-32, skip a byte order mark, and take overlong forms. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        for (byte one : bytes) {
            if (one < 0) {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean sound(JsonNode json) {
        if (json.isTextual()) {
            return paired(json.textValue());
        }
        if (json.isNumber()) {
            return Double.isFinite(json.doubleValue());
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (!paired(member.getKey()) || !sound(member.getValue())) {
                return false;
            }
        }
        if (json.isArray()) {
            for (JsonNode one : json) {
                if (!sound(one)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (Character.isSurrogate(one)) {
                if (!Character.isHighSurrogate(one) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
