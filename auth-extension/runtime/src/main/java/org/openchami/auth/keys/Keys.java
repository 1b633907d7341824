package org.openchami.auth.keys;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.config.Settings;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** The keys of the authority, and those each known client signs its call contexts with. They never cross. */
@Singleton
public class Keys {
    /** How soon an authority that is back is noticed. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final KeySource authority;
    private final Map<String, KeySource> clients;
    private long timer = -1;

    @Inject
    Keys(Vertx vertx, Settings settings, AuthorityClient http, Clock clock) {
        this.vertx = vertx;
        this.authority = new KeySource(settings.keys().url(), settings.keys(), http, clock);
        this.clients = settings.clients().values().stream().filter(client -> client.jwks().isPresent())
                .collect(Collectors.toUnmodifiableMap(Settings.Client::id,
                        client -> new KeySource(client.jwks().orElseThrow(), settings.keys(), http, clock)));
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

    /** Starts reading at once, so that the first callers find keys; a failure here is healed by the next read. */
    void start(@Observes StartupEvent started) {
        authority.refresh().subscribe().with(done -> {}, failure -> {});
        timer = vertx.setPeriodic(TICK.toMillis(), id -> refresh());
    }

    private void refresh() {
        // a client's keys are read when first asked for; only those in use are refreshed
        Stream.concat(Stream.of(authority), clients.values().stream().filter(KeySource::usable)).filter(KeySource::due)
                .forEach(source -> source.refresh().subscribe().with(done -> {}, failure -> {}));
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }
}
