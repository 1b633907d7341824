package org.openchami.auth.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;

/**
 * One JSON object, read where readers differ as the strictest does (RFC 8259, RFC 7493, RFC 8725 section 2.4): UTF-8 and nothing else, no name twice,
 * no lone surrogate, no number beyond a double, nothing behind the object; and bounded in depth, members and digits.
 */
public final class StrictJson {
    private static final int DEPTH = 8;
    private static final int DIGITS = 32;
    private static final int NAME = 256;
    private static final int MEMBERS = 128;
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxNumberLength(DIGITS).maxNameLength(NAME).build()).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StrictJson() {}

    /** Empty if it is anything else. */
    public static Optional<JsonNode> object(byte[] bytes) {
        try (JsonParser in = FACTORY.createParser(text(bytes))) {
            JsonNode json = value(in, in.nextToken());
            return json.isObject() && json.size() <= MEMBERS && in.nextToken() == null ? Optional.of(json) : Optional.empty();
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

    private static JsonNode value(JsonParser in, JsonToken token) throws IOException {
        if (token == null) {
            throw new JsonParseException(in, "nothing is no value");
        }
        return switch (token) {
            case START_OBJECT -> members(in);
            case START_ARRAY -> elements(in);
            case VALUE_STRING -> NODES.textNode(paired(in, in.getText()));
            case VALUE_NUMBER_INT -> integer(in);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(finite(in));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new JsonParseException(in, "no value");
        };
    }

    private static ObjectNode members(JsonParser in) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (object.replace(paired(in, name), value(in, in.nextToken())) != null) {
                throw new JsonParseException(in, "a name comes twice");
            }
        }
        return object;
    }

    private static ArrayNode elements(JsonParser in) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            array.add(value(in, token));
        }
        return array;
    }

    private static ValueNode integer(JsonParser in) throws IOException {
        return switch (in.getNumberType()) {
            case INT -> NODES.numberNode(in.getIntValue());
            case LONG -> NODES.numberNode(in.getLongValue());
            default -> NODES.numberNode(in.getBigIntegerValue());
        };
    }

    private static double finite(JsonParser in) throws IOException {
        double number = in.getDoubleValue();
        if (Double.isFinite(number)) {
            return number;
        }
        throw new JsonParseException(in, "the number is too great");
    }

    private static String paired(JsonParser in, String text) throws JsonParseException {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (Character.isSurrogate(one)) {
                if (!Character.isHighSurrogate(one) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new JsonParseException(in, "half a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }
}
