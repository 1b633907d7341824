package org.openchami.auth.keys;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.KeysPublished;
import org.openchami.auth.config.Settings;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** The keys of the authority, and those each known client signs its call contexts with. They never cross. */
@Singleton
public class Keys {
    /** How soon an authority that is back, or another one than before, is noticed. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final KeysOnDisk disk;
    private final Consumer<KeysPublished> event;
    private final KeySource authority;
    private final Map<String, KeySource> clients;
    private long timer = -1;

    @Inject
    Keys(Vertx vertx, Settings settings, AuthorityClient http, Clock clock, Event<KeysPublished> event) {
        this(vertx, settings, http, clock, event::fire);
    }

    Keys(Vertx vertx, Settings settings, AuthorityClient http, Clock clock, Consumer<KeysPublished> event) {
        this.vertx = vertx;
        this.event = event;
        var address = settings.keys().url();
        this.disk = new KeysOnDisk(vertx, settings, new StoredKeys(settings.store().directory().resolve(settings.service() + "-keys.json"),
                address, settings.keys().stale(), clock));
        this.authority = new KeySource(address, settings.keys(), http, clock, this::published);
        this.clients = settings.clients().values().stream().filter(client -> client.jwks().isPresent())
                .collect(Collectors.toUnmodifiableMap(Settings.Client::id,
                        client -> new KeySource(client.jwks().orElseThrow(), settings.keys(), http, clock, (before, now) -> {})));
        http.onConnectionLost(authority::doubt);
    }

    private void published(KeySet before, KeySet now) {
        disk.keep(now);
        if (!before.keys().keySet().equals(now.keys().keySet())) {
            event.accept(new KeysPublished(now.keys().keySet()));
        }
    }

    /** A key of the authority. */
    public Uni<KeyLookup> ofAuthority(String kid) {
        return authority.find(kid);
    }

    /** A key that this client publishes; unknown for a client whose address is not configured. */
    public Uni<KeyLookup> ofClient(String clientId, String kid) {
        KeySource source = clients.get(clientId);
        return source == null ? Uni.createFrom().item(new KeyLookup.Unknown()) : source.find(kid);
    }

    /** Whether tokens can be judged now. */
    public boolean usable() {
        return authority.usable();
    }

    public int size() {
        return authority.size();
    }

    /** Starts reading at once, so that the first callers find keys; what was kept on disk serves if that fails, or takes its time. */
    void start(@Observes StartupEvent started) {
        disk.load();
        authority.refresh().subscribe().with(done -> disk.standIn(authority), failure -> {});
        timer = vertx.setPeriodic(TICK.toMillis(), id -> tick());
    }

    private void tick() {
        disk.standIn(authority);
        if (authority.failing() || authority.due()) {
            read(authority);
        }
        // a client's keys are read when first asked for; only those in use are refreshed
        clients.values().stream().filter(KeySource::usable).filter(KeySource::due).forEach(Keys::read);
    }

    private static void read(KeySource source) {
        source.refresh().subscribe().with(done -> {}, failure -> {});
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }
}
