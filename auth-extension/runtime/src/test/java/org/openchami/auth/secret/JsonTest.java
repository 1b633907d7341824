package org.openchami.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class JsonTest {
    private static final JsonObject OBJECT = new JsonObject().put("text", "é € 😀 \"\n").put("number", 1L << 40).put("yes", true)
            .putNull("none").put("within", new JsonObject().put("list", new JsonArray(List.of("a", "b"))));

    @Test
    void whatWasWrittenIsReadAgain() {
        assertThat(Json.object(Json.text(OBJECT))).isEqualTo(OBJECT);
        assertThat(Json.object(Json.pretty(OBJECT))).isEqualTo(OBJECT);
        assertThat(Json.object(Json.buffer(OBJECT).getBytes())).isEqualTo(OBJECT);
    }

    @Test
    void textIsOneLine() {
        assertThat(Json.text(OBJECT)).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{}]", "1", "\"a\"", "true", "", " ", "{", "{}{}", "{} x", "<html>", "{\"a\":}"})
    void whatIsNoObjectIsNotRead(String text) {
        assertThatThrownBy(() -> Json.object(text)).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> Json.object(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(DecodeException.class);
    }

    @Test
    void aDocumentWithoutEndIsNotRead() {
        assertThatThrownBy(() -> Json.object("{\"a\":".repeat(100_000))).isInstanceOf(DecodeException.class);
    }
}
