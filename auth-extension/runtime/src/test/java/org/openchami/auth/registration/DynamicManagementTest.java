package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar.Change;
import org.openchami.auth.registration.RegistrationException.Kind;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

class DynamicManagementTest extends ScriptedAuthority {
    private final Settings settings = dynamic();
    private final Registrar dynamic = DynamicOf.settings(vertx, settings);
    private final StoredIdentity fresh = Identities.keyed("one", "bss");
    private final StoredIdentity registered = fresh.with(managedBy("rat-1"));
    private final ClientMetadata metadata = Identities.metadata(settings, fresh);

    private Settings dynamic(String... pairs) {
        String[] all = new String[pairs.length + 2];
        all[0] = "openchami.auth.registration.kind";
        all[1] = "dynamic";
        System.arraycopy(pairs, 0, all, 2, pairs.length);
        return Identities.bss(server.uri("/oauth2/register").toString(), all);
    }

    private static StoredClient managedBy(String token) {
        return new StoredClient("made-up", Optional.of("acknowledged"), Optional.of(Secret.of(token)), false);
    }

    private Kind refused(Uni<?> answer) {
        Throwable failure = catchThrowable(() -> get(answer));
        assertThat(failure).isInstanceOf(RegistrationException.class);
        return ((RegistrationException) failure).kind();
    }

    private void serverAnswers(Map<String, Reply> replies) {
        server.script(request -> replies.get(request.method()));
    }

    private static Reply client(String more) {
        return Reply.of(200, "{\"client_id\":\"made-up\"" + more + "}");
    }

    private JsonObject sent(int request) {
        return new JsonObject(server.requests().get(request).body());
    }

    @Test
    void whatTheServerDoesNotShowItIsNotSentInAChange() {
        serverAnswers(Map.of("GET", client(""), "PUT", client("")));

        get(dynamic.update(metadata, registered, Change.CONFIGURATION));

        assertThat(sent(1).fieldNames()).doesNotContain("owner", "audience");
    }

    @Test
    void theAddressIsComposedAndNeverTakenFromAnAnswer() {
        try (ScriptedServer other = new ScriptedServer()) {
            serverAnswers(Map.of("GET", client(",\"registration_client_uri\":\"" + other.uri("/x") + "\""), "PUT", client("")));

            get(dynamic.update(metadata, registered, Change.CONFIGURATION));

            assertThat(asked()).containsExactly("GET /oauth2/register/made-up", "PUT /oauth2/register/made-up");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void anIdIsQuotedInTheAddress() {
        server.answer(client(""));

        get(dynamic.evidence(fresh.with(new StoredClient("a/b c?", Optional.empty(), Optional.of(Secret.of("rat")), false))));

        assertThat(asked()).containsExactly("GET /oauth2/register/a%2Fb%20c%3F");
    }

    @Test
    void aChangeSendsItAllWithItsIdAndWithoutSecrets() {
        serverAnswers(Map.of("GET", client(",\"client_secret\":\"s\",\"client_secret_expires_at\":0,\"client_id_issued_at\":1,"
                + "\"tls_client_certificate_bound_access_tokens\":false,\"redirect_uris\":null,\"contacts\":null,\"skip_consent\":false"),
                "PUT", client("")));

        get(dynamic.update(metadata, registered, Change.CONFIGURATION));

        assertThat(sent(1).fieldNames()).contains("client_id", "scope", "jwks", "token_endpoint_auth_signing_alg",
                "tls_client_certificate_bound_access_tokens")
                .doesNotContain("client_secret", "client_secret_expires_at", "client_id_issued_at", "redirect_uris", "contacts", "metadata",
                        "skip_consent");
    }

    @Test
    void aRepairAddsToWhatIsThere() {
        serverAnswers(Map.of("GET", client(",\"scope\":\"by.admin\",\"audience\":null"), "PUT", client("")));

        get(dynamic.update(metadata, registered, Change.REPAIR));

        assertThat(sent(1).getString("scope")).isEqualTo("by.admin smd.read");
    }

    @Test
    void theNewTokenReplacesTheOldOne() {
        serverAnswers(Map.of("GET", client(""), "PUT", client(",\"registration_access_token\":\"rat-2\"")));

        assertThat(get(dynamic.update(metadata, registered, Change.CONFIGURATION)).registrationAccessToken().map(Secret::reveal))
                .contains("rat-2");
    }

    @Test
    void withoutANewTokenTheOldOneStays() {
        serverAnswers(Map.of("GET", client(""), "PUT", client("")));

        assertThat(get(dynamic.update(metadata, registered, Change.CONFIGURATION)).registrationAccessToken()).isEmpty();
    }

    @Test
    void aTokenThatALookReplacedIsUsedAndKept() {
        serverAnswers(Map.of("GET", client(",\"registration_access_token\":\"rat-2\""), "PUT", client("")));

        Acknowledged acknowledged = get(dynamic.update(metadata, registered, Change.CONFIGURATION));

        assertThat(server.authorizations()).containsExactly("Bearer rat-1", "Bearer rat-2");
        assertThat(acknowledged.registrationAccessToken().map(Secret::reveal)).contains("rat-2");
    }

    @Test
    void aRefusedTokenMeansThatManagementIsLost() {
        server.answer(401, "{\"error\":\"The request could not be authorized\"}");

        assertThat(refused(dynamic.update(metadata, registered, Change.REPAIR))).isEqualTo(Kind.MANAGEMENT_LOST);
        assertThat(refused(dynamic.delete(registered))).isEqualTo(Kind.MANAGEMENT_LOST);
        assertThat(get(dynamic.evidence(registered))).isEqualTo(ClientEvidence.REFUSED);
    }

    @Test
    void aTokenThatIsRefusedBetweenLookAndChangeMeansItToo() {
        serverAnswers(Map.of("GET", client(""), "PUT", Reply.of(401, "")));

        assertThat(refused(dynamic.update(metadata, registered, Change.REPAIR))).isEqualTo(Kind.MANAGEMENT_LOST);
    }

    @Test
    void withoutATokenNobodyIsAsked() {
        assertThat(refused(dynamic.update(metadata, fresh, Change.REPAIR))).isEqualTo(Kind.MANAGEMENT_LOST);
        assertThat(get(dynamic.evidence(fresh))).isEqualTo(ClientEvidence.REFUSED);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 500, 503})
    void anyOtherAnswerSaysNothingOfTheClient(int status) {
        server.answer(status, "{\"error\":\"e\"}");

        assertThat(get(dynamic.evidence(registered))).isEqualTo(ClientEvidence.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void aDeletedClientIsDeleted(int status) {
        server.answer(status, "");

        assertThat(catchThrowable(() -> get(dynamic.delete(registered)))).isNull();
        assertThat(asked()).containsExactly("DELETE /oauth2/register/made-up");
    }

    @Test
    void aGivenClientIsNeverAskedForNorChanged() {
        Given given = new Given();

        assertThat(refused(given.register(metadata, fresh))).isEqualTo(Kind.REFUSED);
        assertThat(refused(given.update(metadata, fresh, Change.REPAIR))).isEqualTo(Kind.REFUSED);
        assertThat(get(given.evidence(fresh))).isEqualTo(ClientEvidence.UNKNOWN);
        assertThat(get(given.delete(fresh))).isNull();
    }
}
