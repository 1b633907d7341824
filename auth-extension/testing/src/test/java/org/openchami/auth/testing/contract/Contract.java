package org.openchami.auth.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.openchami.auth.testing.http.Answer;

import io.vertx.core.json.JsonObject;

/** Each behaviour below holds for Hydra and for the authority inside the JVM alike. */
@ParameterizedClass(name = "{0}")
@EnumSource(World.class)
@ExtendWith(WorldsEnd.class)
abstract class Contract {
    static final String INVALID_CLIENT = "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).";
    static final String INVALID_REQUEST = "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.";

    @Parameter
    World world;
    Endpoints authority;

    @BeforeEach
    final void begin() {
        authority = world.endpoints();
    }

    static void assertError(Answer answer, int status, String error, String description) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json()).isEqualTo(new JsonObject().put("error", error).put("error_description", description));
    }
}
