package org.openchami.auth.registration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.openchami.auth.authority.Asking;
import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.RegistrationConfig.Kind;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar.Change;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** One instance of a service at a Hydra: what it stores, and what it does. */
final class Party {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Hydra hydra;
    private final Settings settings;
    private final Registrar registrar;
    private StoredIdentity identity;

    Party(Vertx vertx, Hydra hydra, Settings settings, StoredIdentity identity) {
        this.hydra = hydra;
        this.settings = settings;
        this.identity = identity;
        this.registrar = settings.own().kind() == Kind.DYNAMIC
                ? DynamicOf.settings(vertx, settings)
                : new HydraAdmin(Asking.with(vertx, settings), settings, CLOCK,
                        () -> Duration.ofMillis(ThreadLocalRandom.current().nextInt(300, 900)));
    }

    /** The service of this name, which registers at the admin API. */
    static Settings admin(Hydra hydra, String service, String... pairs) {
        return settings(hydra, service, hydra.adminUrl().toString(), "hydra", pairs);
    }

    /** The service of this name, which knows of Hydra the public API alone. */
    static Settings dynamic(Hydra hydra, String service, String... pairs) {
        return settings(hydra, service, hydra.publicUrl() + "/oauth2/register", "dynamic", pairs);
    }

    private static Settings settings(Hydra hydra, String service, String url, String kind, String... pairs) {
        String[] all = new String[pairs.length + 6];
        System.arraycopy(new String[]{"quarkus.application.name", service, "openchami.auth.authority", hydra.issuer(),
                "openchami.auth.registration.kind", kind}, 0, all, 0, 6);
        System.arraycopy(pairs, 0, all, 6, pairs.length);
        return Identities.bss(url, all);
    }

    Uni<Acknowledged> registering() {
        return registrar.register(metadata(), identity).invoke(this::keep);
    }

    Uni<Acknowledged> updating(Change change) {
        return registrar.update(metadata(), identity, change).invoke(this::keep);
    }

    Acknowledged register() {
        return get(registering());
    }

    Acknowledged update(Change change) {
        return get(updating(change));
    }

    ClientEvidence evidence() {
        return get(registrar.evidence(identity));
    }

    void delete() {
        get(registrar.delete(identity));
    }

    static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(60));
    }

    private void keep(Acknowledged acknowledged) {
        identity = Identities.after(acknowledged, identity);
    }

    ClientMetadata metadata() {
        return Identities.metadata(settings, identity);
    }

    StoredIdentity identity() {
        return identity;
    }

    void becomes(StoredIdentity next) {
        identity = next;
    }

    String clientId() {
        return identity.client().orElseThrow().id();
    }

    String kid() {
        return identity.keys().current().kid();
    }

    /** What the token endpoint answers when we ask for all that we are registered for. */
    Answer token() {
        return token(Map.of("scope", String.join(" ", metadata().scopes()), "audience", String.join(" ", metadata().audiences())));
    }

    Answer token(Map<String, String> fields) {
        return token(fields, settings.own().assertionAudience());
    }

    Answer token(Map<String, String> fields, String assertionAudience) {
        ClientProof proof = proof(assertionAudience);
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("grant_type", "client_credentials");
        form.putAll(proof.form());
        Call call = Call.to(hydra.publicUrl(), "/oauth2/token");
        proof.authorization().map(Secret::reveal).ifPresent(value -> call.header("Authorization", value));
        return call.form(form);
    }

    private ClientProof proof(String assertionAudience) {
        Authentication authentication = settings.own().authentication();
        if (authentication == Authentication.PRIVATE_KEY_JWT) {
            return ClientProof.assertion(identity.keys().current(), clientId(), assertionAudience, CLOCK);
        }
        Secret secret = identity.secret().orElseThrow().value();
        return authentication == Authentication.CLIENT_SECRET_BASIC
                ? ClientProof.basic(clientId(), secret)
                : ClientProof.post(clientId(), secret);
    }

    /** As a service reads it. */
    TokenEvidence tokenEvidence(Answer answer) {
        OAuthError error = OAuthError.of(
                new org.openchami.auth.authority.Answer(answer.status(), answer.body().getBytes(StandardCharsets.UTF_8)));
        return answer.status() == 200 ? TokenEvidence.GRANTED : TokenEvidence.of(answer.status(), error.error(), error.description());
    }

    /** Our client as an administrator sees it. */
    JsonObject seen() {
        return adminCall().get().expect(200, "GET client").json();
    }

    Call adminCall() {
        return Call.to(hydra.adminUrl(), "/admin/clients/" + clientId());
    }
}
