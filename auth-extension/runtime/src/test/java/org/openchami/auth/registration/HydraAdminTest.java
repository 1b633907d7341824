package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar.Change;

class HydraAdminTest extends ScriptedAuthority {
    private final Settings settings = Identities.bss(server.uri("").toString());
    private final Registrar admin = AdminOf.settings(vertx, settings);
    private final StoredIdentity identity = Identities.keyed("one", "bss");
    private final ClientMetadata metadata = Identities.metadata(settings, identity);
    private final String ours = shown(identity);

    private String shown(StoredIdentity of) {
        return HydraClient.create(Identities.metadata(settings, of), of, "bss", Instant.EPOCH).encode();
    }

    private void hydraAnswers(Map<String, Integer> statuses, String client) {
        server.script(request -> Reply.of(statuses.get(request.method()), request.method().equals("GET") ? client : "{}"));
    }

    @Test
    void aNewClientIsMadeWithOneRequest() {
        hydraAnswers(Map.of("POST", 201), "");

        Acknowledged acknowledged = get(admin.register(metadata, identity));

        assertThat(asked()).containsExactly("POST /admin/clients");
        assertThat(acknowledged.clientId()).isEqualTo("bss");
    }

    @Test
    void whatTheAnswerHandsOutIsNotKept() {
        server.answer(201, "{\"client_secret\":\"s\",\"registration_access_token\":\"r\"}");

        Acknowledged acknowledged = get(admin.register(metadata, identity));

        assertThat(acknowledged.secret()).isEmpty();
        assertThat(acknowledged.registrationAccessToken()).isEmpty();
    }

    @Test
    void aClientThatIsThereIsChangedAndLookedAtAgain() {
        hydraAnswers(Map.of("POST", 409, "GET", 200, "PUT", 200), ours);

        get(admin.register(metadata, identity));

        assertThat(asked()).containsExactly("POST /admin/clients", "GET /admin/clients/bss", "PUT /admin/clients/bss",
                "GET /admin/clients/bss");
    }

    @Test
    void aClientThatIsThereWithAnotherKeyGetsOursToo() {
        StoredIdentity other = Identities.keyed("two", "bss");
        hydraAnswers(Map.of("POST", 409, "GET", 200, "PUT", 200), shown(other));

        catchThrowable(() -> get(admin.register(metadata, identity)));

        assertThat(server.requests().get(2).body()).contains(identity.keys().current().kid(), other.keys().current().kid());
    }

    @Test
    void aChangeThatAnotherInstanceUndidIsMadeAgain() {
        AtomicInteger looks = new AtomicInteger();
        // the first look, the look after our change, which has been undone, the look before the next change, and the last one
        server.script(request -> request.method().equals("GET")
                ? Reply.of(200, looks.incrementAndGet() < 4 ? shown(Identities.keyed("two", "bss")) : ours)
                : Reply.of(200, "{}"));

        get(admin.update(metadata, identity, Change.ROTATION));

        assertThat(asked()).map(line -> line.substring(0, 3)).containsExactly("GET", "PUT", "GET", "GET", "PUT", "GET");
    }

    @Test
    void aChangeThatNeverLastsIsGivenUpForNow() {
        hydraAnswers(Map.of("GET", 200, "PUT", 200), shown(Identities.keyed("two", "bss")));

        assertThat(catchThrowable(() -> get(admin.update(metadata, identity, Change.REPAIR)))).isInstanceOf(UnavailableException.class);
        assertThat(asked()).filteredOn(line -> line.startsWith("PUT")).hasSize(5);
    }

    @Test
    void whereTheLookAfterAChangeFailsTheChangeCounts() {
        AtomicInteger looks = new AtomicInteger();
        server.script(request -> request.method().equals("GET") && looks.incrementAndGet() > 1 ? Reply.of(500, "") : Reply.of(200, ours));

        assertThat(get(admin.update(metadata, identity, Change.REPAIR)).clientId()).isEqualTo("bss");
    }

    @Test
    void theSecretOfAnotherInstanceIsNotReplaced() {
        Settings basic = Identities.bss(server.uri("").toString(), "openchami.auth.client.authentication", "client_secret_basic");
        StoredIdentity one = Identities.secret("one", "bss", "secret-of-one");
        StoredIdentity two = Identities.secret("two", "bss", "secret-of-two");
        hydraAnswers(Map.of("POST", 409, "GET", 200),
                HydraClient.create(Identities.metadata(basic, two), two, "bss", Instant.EPOCH).encode());

        assertThat(catchThrowable(() -> get(AdminOf.settings(vertx, basic).register(Identities.metadata(basic, one), one))))
                .isInstanceOf(RegistrationException.class).hasMessageContaining("instance two set its secret")
                .hasMessageContaining("private_key_jwt").message().doesNotContain("secret-of");
        assertThat(asked()).containsExactly("POST /admin/clients", "GET /admin/clients/bss");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void aRefusalIsTold(int status) {
        server.answer(status, "{\"error\":\"invalid_client_metadata\",\"error_description\":\"no such scope\"}");

        assertThat(catchThrowable(() -> get(admin.register(metadata, identity)))).isInstanceOf(RegistrationException.class)
                .hasMessageContaining("no such scope");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429, 500, 503})
    void anAuthorityThatCantAnswerNowIsUnavailable(int status) {
        server.answer(status, "{}");

        assertThat(catchThrowable(() -> get(admin.register(metadata, identity)))).isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}"})
    void aClientThatIsNotShownIsNotChanged(String body) {
        hydraAnswers(Map.of("GET", 200, "PUT", 200), body);

        assertThat(catchThrowable(() -> get(admin.update(metadata, identity, Change.REPAIR)))).isInstanceOf(UnavailableException.class);
        assertThat(asked()).containsExactly("GET /admin/clients/bss");
    }

    @Test
    void aClientThatIsNotThereIsNotChanged() {
        server.answer(404, "{\"error\":\"Unable to locate the resource\",\"error_description\":\"\"}");

        assertThat(catchThrowable(() -> get(admin.update(metadata, identity, Change.REPAIR))))
                .isInstanceOfSatisfying(RegistrationException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(RegistrationException.Kind.NOT_THERE));
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (ScriptedServer target = new ScriptedServer()) {
            server.answer(Reply.redirect(target.uri("/admin/clients")));

            assertThat(catchThrowable(() -> get(admin.register(metadata, identity)))).isInstanceOf(RegistrationException.class)
                    .hasMessageContaining("never followed");
            assertThat(target.requests()).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsNotSent() {
        ClientMetadata without = new ClientMetadata("bss", Set.of(), metadata.audiences(), metadata.authentication(), false,
                metadata.keys());

        assertThat(catchThrowable(() -> get(admin.register(without, identity)))).isInstanceOf(RegistrationException.class);
        assertThat(server.requests()).isEmpty();
    }
}
