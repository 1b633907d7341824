package org.openchami.bss.testing;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Requests as the clients of bss send them: a body, and nothing said of its type. */
public final class Bodies {
    private Bodies() {}

    public static Response send(String method, String path, String body) {
        return given().config(config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("*/*", ContentType.TEXT)))
                .noContentType().body(body).request(method, path);
    }
}
