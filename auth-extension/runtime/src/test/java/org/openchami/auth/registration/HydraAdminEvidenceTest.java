package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar.Change;

import io.vertx.core.json.JsonObject;

class HydraAdminEvidenceTest extends ScriptedAuthority {
    private final Settings settings = Identities.bss(server.uri("").toString());
    private final Registrar admin = AdminOf.settings(vertx, settings);
    private final StoredIdentity identity = Identities.keyed("one", "bss");
    private final String ours = shown(identity);

    private String shown(StoredIdentity of) {
        return HydraClient.create(Identities.metadata(settings, of), of, "bss", Instant.EPOCH).encode();
    }

    private void hydraAnswers(Map<String, Integer> statuses, String client) {
        server.script(request -> Reply.of(statuses.get(request.method()), request.method().equals("GET") ? client : "{}"));
    }

    @Test
    void ourClientWithOurKeyIsThere() {
        server.answer(200, ours);

        assertThat(get(admin.evidence(identity))).isEqualTo(ClientEvidence.THERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"keys\":{}}", "{\"keys\":[1,{}]}", "{\"keys\":[{\"kid\":\"other\"}]}"})
    void aClientWithoutOurKeyHasAnother(String keys) {
        server.answer(200, "{\"client_id\":\"bss\",\"jwks\":" + keys + "}");

        assertThat(get(admin.evidence(identity))).isEqualTo(ClientEvidence.OTHER_KEY);
    }

    @Test
    void aClientThatIsNotFoundIsAbsent() {
        server.answer(404, new JsonObject().put("error", "Unable to locate the resource").encode());

        assertThat(get(admin.evidence(identity))).isEqualTo(ClientEvidence.ABSENT);
    }

    @Test
    void aPageThatIsNotFoundSaysNothingOfTheClient() {
        server.answer(404, "404 page not found");

        assertThat(get(admin.evidence(identity))).isEqualTo(ClientEvidence.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"client_id\":null}"})
    void anAnswerThatIsNoClientSaysNothingOfIt(String body) {
        server.answer(200, body);

        assertThat(get(admin.evidence(identity))).isEqualTo(ClientEvidence.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 500, 503})
    void anyOtherAnswerSaysNothingOfTheClient(int status) {
        server.answer(status, "{\"error\":\"e\"}");

        assertThat(get(admin.evidence(identity))).isEqualTo(ClientEvidence.UNKNOWN);
    }

    @Test
    void aClientOfOursAloneIsDeleted() {
        hydraAnswers(Map.of("GET", 200, "DELETE", 204), ours);

        get(admin.delete(identity));

        assertThat(asked()).endsWith("DELETE /admin/clients/bss");
    }

    @Test
    void fromASharedClientOnlyOurKeyIsTaken() {
        StoredIdentity two = Identities.keyed("two", "bss");
        JsonObject shared = new HydraClient(new JsonObject(ours)).changed(Identities.metadata(settings, two), two, "bss", Change.REPAIR,
                Instant.EPOCH);
        hydraAnswers(Map.of("GET", 200, "PUT", 200), shared.encode());

        get(admin.delete(identity));

        assertThat(asked()).endsWith("PUT /admin/clients/bss");
        assertThat(server.requests().get(1).body()).contains(two.keys().current().kid()).doesNotContain(identity.keys().current().kid());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void aPageInPlaceOfTheClientIsNoDeletedClient(int status) {
        server.answer(status, "<html>");

        assertThat(catchThrowable(() -> get(admin.delete(identity)))).isNotNull();
        assertThat(asked()).containsExactly("GET /admin/clients/bss");
    }

    @Test
    void aClientThatIsNotThereIsDeleted() {
        server.answer(404, "{\"error\":\"Unable to locate the resource\"}");

        assertThat(catchThrowable(() -> get(admin.delete(identity)))).isNull();
    }
}
