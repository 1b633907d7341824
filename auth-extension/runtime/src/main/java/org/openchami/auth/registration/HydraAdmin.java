package org.openchami.auth.registration;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.secret.Json;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/**
 * Registers this service through Hydra's admin API. There is one client of our name, whatever happens and however many instances there are: one that
 * is there already is ours (an answer was lost), or another instance's, whose keys stay. Hydra can't be told to change a client only if nobody
 * else has, so a moment after each change we look whether it has lasted. Nothing that an answer hands out (a secret, a registration access
 * token) is kept.
 */
final class HydraAdmin implements Registrar {
    private static final Logger LOG = Logger.getLogger(HydraAdmin.class);
    private static final int TRIES = 5;

    private final AuthorityClient http;
    private final Settings settings;
    private final Clock clock;
    private final Supplier<Duration> moment;
    private final Refusal refusal;

    /** @param moment how long another instance may take between its look at the client and its change; not the same each time */
    HydraAdmin(AuthorityClient http, Settings settings, Clock clock, Supplier<Duration> moment) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
        this.moment = moment;
        this.refusal = new Refusal(Door.ADMIN, clock);
    }

    /** @param found whether the client was there when we came to register it */
    private record Task(ClientMetadata metadata, StoredIdentity identity, Change change, boolean found) {}

    @Override
    public Uni<Acknowledged> register(ClientMetadata metadata, StoredIdentity identity) {
        return Preflight.passed(metadata, identity, settings).chain(() -> {
            JsonObject body = HydraClient.create(metadata, identity, settings.service(), clock.instant());
            return http.send(HttpMethod.POST, clients(), Json.buffer(body));
        }).chain(answer -> switch (answer.status()) {
            case 201 -> {
                LOG.infof("OCAUTH-0201 Registered at the authority as '%s'", metadata.clientId());
                yield Uni.createFrom().item(acknowledged(answer, metadata));
            }
            case 409 -> change(new Task(metadata, identity, Change.REPAIR, true), 1);
            default -> refusal.of("The authority did not register us", clients(), answer, identity);
        });
    }

    @Override
    public Uni<Acknowledged> update(ClientMetadata metadata, StoredIdentity identity, Change change) {
        return Preflight.passed(metadata, identity, settings).chain(() -> change(new Task(metadata, identity, change, false), 1));
    }

    private Uni<Acknowledged> change(Task task, int attempt) {
        URI uri = client(task.metadata().clientId());
        return http.get(uri).chain(answer -> {
            Optional<HydraClient> shown = Granted.client(answer).map(HydraClient::new);
            if (shown.isEmpty()) {
                return refusal.of("The authority does not show our client", uri, answer, task.identity());
            }
            HydraClient there = shown.get();
            Optional<RegistrationException> conflict = ProofConflict.of(there, task.metadata(), task.identity().instance(), task.change());
            if (conflict.isPresent()) {
                return Uni.createFrom().failure(conflict.get());
            }
            return put(uri, there, task).chain(done -> lasting(uri, task, attempt, done));
        });
    }

    private Uni<Acknowledged> put(URI uri, HydraClient there, Task task) {
        JsonObject body = there.changed(task.metadata(), task.identity(), settings.service(), task.change(), clock.instant());
        return http.send(HttpMethod.PUT, uri, Json.buffer(body)).chain(answer -> {
            if (answer.status() != 200) {
                return refusal.of("The authority did not change our client", uri, answer, task.identity());
            }
            log(there, task);
            return Uni.createFrom().item(acknowledged(answer, task.metadata()));
        });
    }

    private static void log(HydraClient there, Task task) {
        String id = task.metadata().clientId();
        if (!task.found()) {
            LOG.infof("OCAUTH-0205 The registration of '%s' is updated", id);
        } else if (there.holds(task.metadata(), task.identity())) {
            LOG.infof("OCAUTH-0202 The client '%s' is there already, and is ours", id);
        } else {
            LOG.infof("OCAUTH-0203 The client '%s' is there already, without our %s: added", id, byKey(task.metadata()) ? "key" : "secret");
        }
    }

    /** Another instance that looked before our change, and wrote after it, has undone it. */
    private Uni<Acknowledged> lasting(URI uri, Task task, int attempt, Acknowledged done) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(moment.get()).chain(() -> http.get(uri))
                .map(Granted::client)
                .onFailure(UnavailableException.class).recoverWithItem(Optional.empty())
                .chain(seen -> {
                    if (seen.map(HydraClient::new).filter(client -> !client.holds(task.metadata(), task.identity())).isEmpty()) {
                        return Uni.createFrom().item(done);
                    }
                    return attempt < TRIES
                            ? change(task, attempt + 1)
                            : Uni.createFrom().failure(new UnavailableException(uri, "others change our client again and again"));
                });
    }

    @Override
    public Uni<ClientEvidence> evidence(StoredIdentity identity) {
        URI uri = client(identity.client().orElseThrow().id());
        return http.get(uri).map(answer -> switch (answer.status()) {
            case 200 -> Granted.evidence(answer, settings.own().provenByKey(), identity.keys().current());
            case 404 -> absent(answer) ? ClientEvidence.ABSENT : ClientEvidence.UNKNOWN;
            default -> ClientEvidence.UNKNOWN;
        }).onFailure(UnavailableException.class).recoverWithItem(ClientEvidence.UNKNOWN);
    }

    @Override
    public Uni<Void> delete(StoredIdentity identity) {
        URI uri = client(identity.client().orElseThrow().id());
        return http.get(uri).chain(answer -> {
            Optional<HydraClient> there = Granted.client(answer).map(HydraClient::new);
            if (there.isEmpty()) {
                return absent(answer)
                        ? Uni.createFrom().voidItem()
                        : refusal.of("The authority does not show our client", uri, answer, identity);
            }
            return leave(uri, there.get(), identity);
        });
    }

    private Uni<Void> leave(URI uri, HydraClient there, StoredIdentity identity) {
        boolean shared = there.sharedBeyond(identity.instance());
        Uni<Answer> left = shared
                ? http.send(HttpMethod.PUT, uri, Json.buffer(there.without(identity.instance())))
                : http.send(HttpMethod.DELETE, uri, null);
        return left.chain(answer -> {
            if (answer.status() != (shared ? 200 : 204) && !absent(answer)) {
                return refusal.of("The authority did not delete our client", uri, answer, identity);
            }
            LOG.infof(shared
                    ? "OCAUTH-0208 Our keys are withdrawn from the client '%s', which other instances use"
                    : "OCAUTH-0208 The client '%s' is deleted", identity.client().orElseThrow().id());
            return Uni.createFrom().voidItem();
        });
    }

    /** What Hydra says of a client that is not there. A page that somebody else put there says nothing of it. */
    private static boolean absent(Answer answer) {
        return answer.status() == 404 && answer.json().filter(said -> said.containsKey("error")).isPresent();
    }

    private static Acknowledged acknowledged(Answer answer, ClientMetadata metadata) {
        return Granted.of(answer.json().orElseGet(JsonObject::new), metadata, metadata.clientId(), Optional.empty(), Optional.empty());
    }

    private static boolean byKey(ClientMetadata metadata) {
        return metadata.authentication() == Authentication.PRIVATE_KEY_JWT;
    }

    private URI clients() {
        return URI.create(settings.own().url().orElseThrow() + "/admin/clients");
    }

    private URI client(String id) {
        return URI.create(clients() + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
