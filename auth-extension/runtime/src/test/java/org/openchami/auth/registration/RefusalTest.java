package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.RegistrationException.Kind;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonObject;

class RefusalTest {
    private static final URI ASKED = URI.create("http://hydra:4445/admin/clients");

    private final StoredIdentity identity = Identities.secret("one", "bss", "our-own-secret")
            .with(new StoredClient("bss", Optional.empty(), Optional.of(Secret.of("our-rat")), false));

    private Throwable failure(Door door, int status, String body) {
        Answer answer = new Answer(status, body.getBytes(StandardCharsets.UTF_8));
        return catchThrowable(() -> new Refusal(door, Clock.systemUTC()).of("It failed", ASKED, answer, identity).await().indefinitely());
    }

    private Throwable said(String text) {
        return failure(Door.ADMIN, 400, new JsonObject().put("error", "e").put("error_description", text).encode());
    }

    @Test
    void itSaysWhatWhyAndTheCure() {
        assertThat(failure(Door.ADMIN, 404, "404 page not found")).isInstanceOf(RegistrationException.class)
                .hasMessage("It failed: this is not Hydra's admin API (HTTP 404). Cure: set openchami.auth.registration.url to its origin, "
                        + "for example http://hydra:4445 (the public API is at 4444)");
    }

    @Test
    void atMostThreeHundredCharactersOfTheServersAreShown() {
        String message = said("word ".repeat(1000)).getMessage();

        assertThat(message.substring(message.indexOf("e: "), message.indexOf("). Cure"))).hasSize(300).endsWith(" ...");
    }

    @Test
    void whatCouldBreakALogLineIsNotShown() {
        assertThat(said("a\r\nb\u001b[0m\u2028c\u0000")).hasMessageContaining("a b [0m c").message().matches("[ -~]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"our-own-secret", "our-rat", "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJzdmMtYSJ9.MEUCIQDx",
            "ory_at_SorLWBcD50hHWVeGeVLV3WrTiiSH7cXESq9af3Nfm-E.yu0KpEJVpnwBloB01kyQODdTnYilKZgnyYj8L113ZxE"})
    void aSecretThatTheServerRepeatsIsNotShown(String secret) {
        assertThat(said("you sent '" + secret + "'")).hasMessageContaining("you sent '***'").message().doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 408, 429, 500, 502, 503, 504})
    void anAuthorityThatCantAnswerNowIsUnavailable(int status) {
        assertThat(failure(Door.MANAGEMENT, status, "{}")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void itsRetryAfterIsKept() {
        Answer answer = new Answer(429, new byte[0], Optional.of("7"), Optional.empty(), Optional.empty());

        assertThat(catchThrowable(() -> new Refusal(Door.ADMIN, Clock.systemUTC()).of("x", ASKED, answer, identity).await().indefinitely()))
                .isInstanceOfSatisfying(UnavailableException.class,
                        failure -> assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource({"401, MANAGEMENT_LOST", "405, UNCHANGEABLE", "501, UNCHANGEABLE", "400, REFUSED", "403, REFUSED", "404, REFUSED"})
    void whoeverMayNotManageHasLostTheClient(int status, Kind kind) {
        assertThat(failure(Door.MANAGEMENT, status, "{}")).isInstanceOfSatisfying(RegistrationException.class,
                refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    /** As Keycloak 26.7 says it. */
    @ParameterizedTest
    @CsvSource({"403, insufficient_scope, \"Policy 'Trusted Hosts' rejected request to client-registration service.\", trusted hosts",
            "401, invalid_token, No remaining count on initial access token, initial access token",
            "400, invalid_client_metadata, Client Identifier included, chooses the client ids",
            "403, insufficient_scope, \"Policy 'Allowed Client Scopes' rejected request\", one of these scopes"})
    void keycloaksRefusalsAreKnown(int status, String error, String description, String sentence) {
        assertThat(failure(Door.REGISTRATION, status, new JsonObject().put("error", error).put("error_description", description).encode()))
                .isInstanceOf(RegistrationException.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "null", "{\"error\":{\"a\":1}}", "{\"error_description\":7}"})
    void aRefusalWithoutAReasonIsARefusalAllTheSame(String body) {
        assertThat(failure(Door.ADMIN, 400, body)).isInstanceOf(RegistrationException.class).hasMessageContaining("(HTTP 400). Cure: ");
    }
}
