package org.openchami.bss.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import org.openchami.bss.domain.BootParameters;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Bodies, whatever their Content-Type says: clients send none, or that of a form. */
@Singleton
class Json {
    static final String TYPE = "application/json; charset=UTF-8";

    private final JsonMapper mapper = JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).build();

    BootParameters bootParameters(String body) {
        try {
            BootParameters read = mapper.readValue(body, BootParameters.class);
            return read == null ? mapper.readValue("{}", BootParameters.class) : read;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw ProblemException.badRequest("Bad Request: not the JSON of boot parameters"
                    + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"));
        }
    }

    Response ok(Object entity) {
        return Response.ok(text(entity) + "\n").header("Content-Type", TYPE).build();
    }

    String text(Object entity) {
        try {
            return mapper.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
