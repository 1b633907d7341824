package org.openchami.auth.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.mutiny.Multi;

class RepeatableTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
    void anIdempotentMethodMayBeSentTwice(String method) {
        assertThat(Repeatable.is(method, null)).isTrue();
        assertThat(Repeatable.is(method, "body")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "LOCK", "get"})
    void anyOtherMethodMayNot(String method) {
        assertThat(Repeatable.is(method, null)).isFalse();
    }

    static Stream<Object> readOnce() {
        StreamingOutput output = stream -> {};
        return Stream.of(new ByteArrayInputStream(new byte[0]), new StringReader(""), Multi.createFrom().item(1), output,
                new GenericEntity<>(Multi.createFrom().item(1)) {
                },
                ClientMultipartForm.create().attribute("name", "value", null)
                        .multiAsBinaryFileUpload("file", "file", Multi.createFrom().item((byte) 1), "text/plain"));
    }

    @ParameterizedTest
    @MethodSource("readOnce")
    void aBodyThatCanBeReadOnlyOnceIsSentOnlyOnce(Object body) {
        assertThat(Repeatable.is("PUT", body)).isFalse();
    }

    static Stream<Object> readAgain() {
        return Stream.of("text", new byte[]{1}, List.of("item"), new File("file"), Path.of("file"), new GenericEntity<>(List.of("item")) {
        },
                ClientMultipartForm.create().binaryFileUpload("file", "file", "/path", "text/plain").entity("item", List.of(1),
                        "text/plain",
                        List.class));
    }

    @ParameterizedTest
    @MethodSource("readAgain")
    void aBodyThatCanBeReadAgainMayBeSentTwice(Object body) {
        assertThat(Repeatable.is("PUT", body)).isTrue();
    }
}
