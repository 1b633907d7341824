package org.openchami.auth.keys;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.KeysPublished;
import org.openchami.auth.authority.Uptime;
import org.openchami.auth.config.Issuer;
import org.openchami.auth.config.Settings;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * The keys of each trusted issuer, by the name it has in the configuration, and those each known client signs its call contexts with. They never
 * cross, whatever their ids.
 */
@Singleton
public class Keys {
    /** How soon an issuer that is back, or another one than before, is noticed. */
    static final Duration TICK = Duration.ofSeconds(1);
    /** What call contexts are signed with. */
    private static final Set<String> CONTEXTS = Set.of(Algorithm.ES256.name());

    private final Vertx vertx;
    private final Surroundings around;
    private final Map<String, IssuerKeys> issuers = new LinkedHashMap<>();
    private final Map<String, KeySource> clients = new LinkedHashMap<>();
    private final IssuerKeys authority;
    private long timer = -1;

    @Inject
    Keys(Vertx vertx, Settings settings, AuthorityClient http, Clock clock, Uptime uptime, Event<KeysPublished> event) {
        this(vertx, settings, http, new Surroundings(clock, uptime, () -> ThreadLocalRandom.current().nextDouble()), event::fire);
    }

    Keys(Vertx vertx, Settings settings, AuthorityClient http, Surroundings around, Consumer<KeysPublished> event) {
        this.vertx = vertx;
        this.around = around;
        WaitingRoom room = new WaitingRoom(settings.keys().maxWaiting(), task -> vertx.setTimer(1, due -> task.run()));
        for (Issuer issuer : settings.issuers()) {
            issuers.put(issuer.name(),
                    IssuerKeys.of(issuer, vertx, settings, http, around, room,
                            issuer.name().equals(Issuer.MAIN) ? event : published -> {}));
        }
        for (Settings.Client client : settings.clients().values()) {
            client.jwks().ifPresent(url -> clients.put(client.id(), client(client.id(), url, settings, http, around, room)));
        }
        authority = issuers.get(Issuer.MAIN);
        http.onConnectionLost(authority.source()::doubt);
    }

    private static KeySource client(String id, URI url, Settings settings, AuthorityClient http, Surroundings around,
            WaitingRoom room) {
        return new KeySource("client '" + id + "'", new AddressFeed(url, http, around.clock()), new JwksReader(false, CONTEXTS),
                settings.keys(), around,
                room, (before, now) -> {});
    }

    /** A key of this issuer that is in memory; empty once it is withdrawn, or the set is stale. A key that stays is the same object each time. */
    public Optional<VerificationKey> held(String issuerName, String kid) {
        IssuerKeys issuer = issuers.get(issuerName);
        return issuer == null ? Optional.empty() : issuer.held().find(kid);
    }

    /** The one key of this issuer, in memory, that fits this algorithm; empty if none does, or several do. */
    public Optional<VerificationKey> only(String issuerName, String algorithm) {
        IssuerKeys issuer = issuers.get(issuerName);
        return issuer == null ? Optional.empty() : issuer.held().only(algorithm);
    }

    /**
     * A key of this issuer, read anew if it is not in memory.
     *
     * @param peer the address of who asks: those who wait share the room for it fairly
     */
    public Uni<KeyLookup> find(String issuerName, String kid, String peer) {
        IssuerKeys issuer = issuers.get(issuerName);
        return issuer == null ? Uni.createFrom().item(new KeyLookup.Unknown()) : issuer.source().find(kid, peer);
    }

    /**
     * A key that this client publishes; unknown for a client whose address is not configured.
     *
     * @param who asks for it: anybody may name any client, so those who wait share the room by their own names
     */
    public Uni<KeyLookup> ofClient(String clientId, String kid, String who) {
        KeySource source = clients.get(clientId);
        return source == null ? Uni.createFrom().item(new KeyLookup.Unknown()) : source.find(kid, who);
    }

    /** Whether tokens of the authority can be judged now. */
    public boolean usable() {
        return authority.held().usable();
    }

    /** How many keys of the authority can be used now. */
    public int size() {
        return usable() ? authority.held().last().all().size() : 0;
    }

    /** Starts reading at once, so that the first callers find keys; what was kept on disk serves if that fails, or takes its time. */
    void start(@Observes StartupEvent started) {
        issuers.values().forEach(IssuerKeys::load);
        issuers.values().forEach(IssuerKeys::start);
        // at a moment of its own in each second: services that were started together don't come together
        timer = vertx.setPeriodic(1 + (long) (TICK.toMillis() * around.random().getAsDouble()), TICK.toMillis(), id -> tick());
    }

    private void tick() {
        issuers.values().forEach(IssuerKeys::tick);
        // a client's keys are read when first asked for; only those in use are refreshed
        clients.values().stream().filter(source -> source.held().usable()).filter(KeySource::due)
                .forEach(source -> source.refresh().subscribe().with(done -> {}, failure -> {}));
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }
}
