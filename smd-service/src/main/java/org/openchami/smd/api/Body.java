package org.openchami.smd.api;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the JSON that clients send, whatever they say its type is. */
@ApplicationScoped
class Body {

    private final ObjectMapper json;

    Body(ObjectMapper json) {
        this.json = json;
    }

    /** @throws MalformedException if it is not JSON, or has a value of the wrong type */
    <T> T read(byte[] body, Class<T> type) {
        if (body == null || body.length == 0) {
            throw new MalformedException("unexpected end of JSON input");
        }
        try (JsonParser parser = json.createParser(body)) {
            T value = parser.readValueAs(type);
            if (parser.nextToken() != null) {
                throw new MalformedException("invalid character after top-level value");
            }
            return value == null ? json.readValue("{}", type) : value;
        } catch (JsonProcessingException e) {
            throw new MalformedException(where(e.getLocation()));
        } catch (IOException e) {
            throw new MalformedException("unreadable");
        }
    }

    /** The place only: the text there may be a password. */
    private static String where(JsonLocation place) {
        return place == null ? "invalid value" : "invalid at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    static final class MalformedException extends RuntimeException {
        MalformedException(String what) {
            super("error decoding JSON " + what);
        }
    }
}
