package org.openchami.auth.verify;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.secret.CompactForm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The header and claims of a signed JWT before anything of it is believed: just enough to choose a key, or to refuse without one.
 * Strict where readers differ: base64url without padding, no name twice, nothing behind the object (RFC 7515, RFC 8725 section 2.4).
 */
record UnverifiedToken(JsonNode header, JsonNode claims) {
    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).maxNumberLength(32).maxNameLength(256).build())
            .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Empty if this is not of the form {@code header.claims.signature} with two JSON objects. */
    static Optional<UnverifiedToken> of(String token) {
        Optional<List<byte[]>> parts = CompactForm.parts(token);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode header = STRICT.readTree(parts.get().get(0));
            JsonNode claims = STRICT.readTree(parts.get().get(1));
            return header.isObject() && claims.isObject() ? Optional.of(new UnverifiedToken(header, claims)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Optional<String> text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    String alg() {
        return text(header, "alg").orElse("");
    }

    String kid() {
        return text(header, "kid").orElse("");
    }

    /** A type of nothing is an access token too: RFC 9068 came late. */
    boolean typed() {
        JsonNode typ = header.get("typ");
        return typ == null || typ.isTextual() && ("JWT".equalsIgnoreCase(typ.textValue()) || "at+jwt".equalsIgnoreCase(typ.textValue())
                || "application/at+jwt".equalsIgnoreCase(typ.textValue()));
    }
}
