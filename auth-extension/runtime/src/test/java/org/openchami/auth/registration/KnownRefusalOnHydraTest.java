package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.registration.RegistrationException.Kind;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;

/** Each refusal of Hydra's in the table is provoked, and found by what Hydra really says. */
class KnownRefusalOnHydraTest extends OnHydra {
    private static final String BY_KEY = "{\"token_endpoint_auth_method\":\"private_key_jwt\"";

    /** What is sent where, and the sentence that it is to be told in. */
    private record Wrong(Door door, String method, String path, String body, String sentence) {
        Answer ask(Hydra hydra) {
            URI server = door == Door.ADMIN ? hydra.adminUrl() : hydra.publicUrl();
            return Call.to(server, path).header("Authorization", "Bearer wrong").json(method, body);
        }

        Throwable told(Answer answer) {
            var read = new org.openchami.auth.authority.Answer(answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
            return catchThrowable(() -> new Refusal(door, Clock.systemUTC())
                    .of("It failed", URI.create("http://hydra" + path), read, Identities.keyed("one", "bss")).await().indefinitely());
        }
    }

    private static Wrong admin(String body, String sentence) {
        return new Wrong(Door.ADMIN, "POST", "/admin/clients", body, sentence);
    }

    private static Wrong open(String body, String sentence) {
        return new Wrong(Door.REGISTRATION, "POST", "/oauth2/register", body, sentence);
    }

    static List<Wrong> wrong() {
        return List.of(
                admin(BY_KEY + "}", "needs a key, and none was sent"),
                admin(BY_KEY + ",\"jwks\":{\"keys\":[]},\"jwks_uri\":\"http://x/\"}", "has a jwks_uri"),
                admin("{\"client_secret\":\"abc\"}", "secret is too short"),
                admin(BY_KEY + ",\"jwks\":{\"keys\":[]},\"token_endpoint_auth_signing_alg\":\"EdDSA\"}", "no such signature algorithm"),
                admin(BY_KEY + ",\"jwks\":{\"keys\":[{\"kty\":\"EC\"}]}}", "can't read one of the client's keys"),
                admin(BY_KEY + ",\"jwks\":{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"X\"}]}}", "can't read one of the client's keys"),
                admin("{\"access_token_strategy\":\"x\"}", "access_token_strategy is neither"),
                admin("{\"subject_type\":\"x\"}", "subject_type is not offered"),
                admin("{\"redirect_uris\":[\"x#y\"]}", "asks for redirect URIs"),
                admin("{\"scope\":7}", "does not understand the registration"),
                admin("{bad", "does not understand the registration"),
                new Wrong(Door.ADMIN, "PUT", "/admin/clients/nobody", "{}", "there is no such client"),
                new Wrong(Door.ADMIN, "POST", "/oauth2/register", "{}", "this is not Hydra's admin API"),
                new Wrong(Door.ADMIN, "PUT", "/admin/clients", "{}", "this is not Hydra's admin API"),
                new Wrong(Door.ADMIN, "POST", "/clients", "{}", "never followed"),
                open("{\"client_secret\":\"abcdefgh\"}", "chooses the secrets by itself"),
                open("{\"metadata\":{}}", "may set a client's metadata"),
                open("{\"access_token_strategy\":\"jwt\"}", "may choose the form of a client's tokens"),
                open("{\"skip_consent\":true}", "may skip a consent"),
                open("{\"skip_logout_consent\":true}", "may skip a consent"),
                open(BY_KEY + "}", "needs a key, and none was sent"),
                new Wrong(Door.REGISTRATION, "POST", "/admin/clients", "{}", "this is no registration endpoint"),
                new Wrong(Door.REGISTRATION, "PUT", "/oauth2/register", "{}", "this is no registration endpoint"),
                new Wrong(Door.REGISTRATION, "POST", "/oauth2/register/", "{}", "never followed"),
                new Wrong(Door.MANAGEMENT, "PUT", "/oauth2/register/nobody", "{}", "no longer good, or the client is gone"),
                new Wrong(Door.MANAGEMENT, "DELETE", "/oauth2/register/nobody", "{}", "no longer good, or the client is gone"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isToldInItsSentence(Wrong wrong) {
        assumeFalse(hydra.kind().equals("jvm"), "only Hydra itself can tell what it says");

        assertThat(wrong.told(wrong.ask(hydra))).isInstanceOf(RegistrationException.class).hasMessageContaining(wrong.sentence())
                .hasMessageContaining(". Cure: ");
    }

    @Test
    void whereTheIdIsTakenItIsSo() {
        instance("one").register();

        Wrong again = admin("{\"client_id\":\"" + service + "\"}", "there is a client of this id already");

        assertThat(again.told(again.ask(hydra))).hasMessageContaining(again.sentence());
    }

    @Test
    void aSecretInAnUpdateIsRefusedAndTheClientStaysOurs() {
        Party bss = dynamic();
        bss.register();
        String token = bss.identity().client().orElseThrow().registrationAccessToken().orElseThrow().reveal();
        Answer answer = Call.to(hydra.publicUrl(), "/oauth2/register/" + bss.clientId()).header("Authorization", "Bearer " + token)
                .json("PUT", "{\"client_secret\":\"abcdefgh\"}");

        assertThat(new Wrong(Door.MANAGEMENT, "PUT", "/", "", "").told(answer)).hasMessageContaining("chooses the secrets by itself");
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.THERE);
    }

    @Test
    void whereRegistrationIsSwitchedOffItIsSo() {
        try (Hydra closed = Hydra.start()) {
            Throwable failure = catchThrowable(
                    () -> party(Party.dynamic(closed, service), Identities.keyed("one", service)).register());

            assertThat(failure).isInstanceOfSatisfying(RegistrationException.class, refused -> {
                assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
                assertThat(refused).hasMessageContaining("dynamic_client_registration.enabled");
            });
        }
    }
}
