package org.openchami.auth.registration;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.secret.Json;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/**
 * Registers this service by dynamic client registration (RFC 7591), and manages its client by RFC 7592. The authority chooses the id and, where
 * there is one, the secret, and most replace the registration access token with each change: what it acknowledges must be stored before it is
 * used. The client's address is composed, never taken from an answer.
 */
final class DynamicRegistration implements Registrar {
    private static final Logger LOG = Logger.getLogger(DynamicRegistration.class);
    /** What the authority may call us; it becomes a part of a path. */
    private static final String ID = "(?!\\.{1,2}$)[!-~]{1,255}";

    private final AuthorityClient http;
    private final Settings settings;
    private final Clock clock;
    private final Supplier<Optional<Secret>> initialAccessToken;

    /** @param initialAccessToken asked for each registration; may block */
    DynamicRegistration(AuthorityClient http, Settings settings, Clock clock, Supplier<Optional<Secret>> initialAccessToken) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
        this.initialAccessToken = initialAccessToken;
    }

    @Override
    public Uni<Acknowledged> register(ClientMetadata metadata, StoredIdentity identity) {
        return Preflight.passed(metadata, identity, settings)
                .chain(() -> Uni.createFrom().item(initialAccessToken).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .chain(token -> post(DynamicClient.create(metadata, settings.service()), token)).chain(answer -> {
                    Optional<String> id = answer.json().flatMap(json -> Granted.text(json, "client_id")).filter(text -> text.matches(ID));
                    if (answer.status() != 201 && answer.status() != 200 || id.isEmpty()) {
                        return new Refusal(Door.REGISTRATION, clock).of("The authority did not register us", endpoint(), answer, identity);
                    }
                    LOG.infof("OCAUTH-0201 Registered at the authority as '%s'", id.get());
                    return Uni.createFrom().item(acknowledged(answer, metadata, id.get(), Optional.empty()));
                });
    }

    private Uni<Answer> post(JsonObject client, Optional<Secret> token) {
        return http.send(HttpMethod.POST, endpoint(), Json.buffer(client), token).chain(answer -> DynamicClient.unknownMember(answer)
                ? http.send(HttpMethod.POST, endpoint(), Json.buffer(DynamicClient.plain(client)), token)
                : Uni.createFrom().item(answer));
    }

    @Override
    public Uni<Acknowledged> update(ClientMetadata metadata, StoredIdentity identity, Change change) {
        StoredClient client = identity.client().orElseThrow();
        URI uri = address(client.id());
        return Preflight.passed(metadata, identity, settings).chain(() -> managed(HttpMethod.GET, identity)).chain(seen -> {
            Optional<JsonObject> there = Granted.client(seen);
            if (there.isEmpty()) {
                return new Refusal(Door.MANAGEMENT, clock).of("The authority does not show our client", uri, seen, identity);
            }
            // some replace the token with each look
            Optional<Secret> newer = there.flatMap(DynamicRegistration::token);
            JsonObject body = DynamicClient.changed(there.get(), metadata, client.id(), settings.service(), change);
            Optional<Secret> token = newer.or(client::registrationAccessToken);
            return http.send(HttpMethod.PUT, uri, Json.buffer(body), token).chain(answer -> {
                if (answer.status() != 200) {
                    return new Refusal(Door.MANAGEMENT, clock).of("The authority did not change our client", uri, answer, identity);
                }
                LOG.infof("OCAUTH-0205 The registration of '%s' is updated", client.id());
                return Uni.createFrom().item(acknowledged(answer, metadata, client.id(), newer));
            });
        });
    }

    @Override
    public Uni<ClientEvidence> evidence(StoredIdentity identity) {
        return managed(HttpMethod.GET, identity).map(answer -> switch (answer.status()) {
            case 200 -> Granted.evidence(answer, settings.own().provenByKey(), identity.keys().current());
            case 401 -> ClientEvidence.REFUSED;
            default -> ClientEvidence.UNKNOWN;
        }).onFailure(UnavailableException.class).recoverWithItem(ClientEvidence.UNKNOWN)
                .onFailure(RegistrationException.class).recoverWithItem(ClientEvidence.REFUSED);
    }

    @Override
    public Uni<Void> delete(StoredIdentity identity) {
        String id = identity.client().orElseThrow().id();
        return managed(HttpMethod.DELETE, identity).chain(answer -> {
            if (answer.status() != 204 && answer.status() != 200) {
                return new Refusal(Door.MANAGEMENT, clock).of("The authority did not delete our client", address(id), answer, identity);
            }
            LOG.infof("OCAUTH-0208 The client '%s' is deleted", id);
            return Uni.createFrom().voidItem();
        });
    }

    /** Without the token there is nothing to ask with. */
    private Uni<Answer> managed(HttpMethod method, StoredIdentity identity) {
        StoredClient client = identity.client().orElseThrow();
        return client.registrationAccessToken().isPresent()
                ? http.send(method, address(client.id()), null, client.registrationAccessToken())
                : Uni.createFrom().failure(KnownRefusal.NO_TOKEN);
    }

    private Acknowledged acknowledged(Answer answer, ClientMetadata metadata, String id, Optional<Secret> newer) {
        JsonObject json = answer.json().orElseGet(JsonObject::new);
        Optional<ClientSecret> secret = metadata.authentication() == Authentication.PRIVATE_KEY_JWT
                ? Optional.empty()
                : Granted.text(json, "client_secret").map(text -> new ClientSecret(Secret.of(text), clock.instant(), end(json)));
        return Granted.of(json, metadata, id, secret, token(json).or(() -> newer));
    }

    private static Optional<Instant> end(JsonObject json) {
        return json.getValue("client_secret_expires_at") instanceof Number end && end.longValue() > 0
                ? Optional.of(Instant.ofEpochSecond(end.longValue()))
                : Optional.empty();
    }

    private static Optional<Secret> token(JsonObject json) {
        return Granted.text(json, "registration_access_token").filter(Granted::sendable).map(Secret::of);
    }

    private URI endpoint() {
        return settings.own().url().orElseThrow();
    }

    private URI address(String id) {
        return URI.create(endpoint() + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
