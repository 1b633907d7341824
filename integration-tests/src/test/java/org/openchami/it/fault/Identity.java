package org.openchami.it.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.openchami.auth.testing.fault.HttpWire;
import org.openchami.auth.testing.fault.HttpWire.Exchange;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.auth.testing.http.UnexpectedAnswer;
import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.Healing;
import org.openchami.it.world.RunningService;

import io.vertx.core.json.JsonObject;

/**
 * A service as Hydra knows it.
 *
 * @param wires between it and Hydra
 * @param ownIds tells the ids of its clients from others
 */
record Identity(String name, FaultWorld world, RunningService service, List<HttpWire> wires, Predicate<String> ownIds) {
    /** No request of a service's lasts longer. */
    private static final Duration WAITS = Duration.ofSeconds(5);
    private static final Predicate<String> MADE_BY_HYDRA = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").asMatchPredicate();

    /** Registered through the admin API. */
    static Identity bss(FaultWorld world) {
        return new Identity("bss", world, world.bss(), List.of(world.bssAtPublic(), world.bssAtAdmin()), id -> id.contains("bss"));
    }

    /** Registered by RFC 7591. */
    static Identity guest(FaultWorld world) {
        return new Identity("guest", world, world.guest(), List.of(world.guestAtPublic()), MADE_BY_HYDRA);
    }

    Health health() {
        return Health.of(service);
    }

    /** All that it asked of Hydra since then, in the order in which it did. */
    List<Exchange> asked(Instant since) {
        return wires.stream().flatMap(wire -> wire.exchanges().stream()).filter(one -> !one.sent().isBefore(since))
                .sorted(Comparator.comparing(Exchange::sent)).toList();
    }

    List<Exchange> tokenRequests(Instant since) {
        return asked(since).stream().filter(one -> one.method().equals("POST") && one.path().equals("/oauth2/token")).toList();
    }

    /** Whether this request gave it a token: an answer that comes later than it waits is none. */
    static boolean granted(Exchange tokenRequest) {
        return tokenRequest.status() == 200 && tokenRequest.answered().isBefore(tokenRequest.sent().plus(WAITS));
    }

    /** Those that made a client. */
    long registrations(Instant since) {
        return asked(since).stream().filter(one -> one.method().equals("POST") && one.status() == 201).count();
    }

    /** Changes of its client, by either API. */
    long updates(Instant since) {
        return asked(since).stream().filter(one -> one.method().equals("PUT") && one.status() == 200).count();
    }

    /** smd refuses the token that it holds, once: it wants another at once, and nobody's call is concerned but this one. */
    void doubt() {
        try {
            Call.to(service.url(), "/boot/v1/bootscript?mac=" + FaultWorld.SUSPECT).get();
        } catch (NoAnswer none) {
            // what becomes of this call is not of interest
        }
    }

    /** Ids of clients that it has noted as lost to it, and that Hydra still has. */
    List<String> orphans() {
        List<String> live = world.hydra().clientIds();
        return stored().getJsonArray("orphans").stream().map(String.class::cast).filter(live::contains).toList();
    }

    void awaitOrphan() {
        await("the former client of " + name + " being noted").atMost(Healing.PATIENCE).until(() -> !orphans().isEmpty());
    }

    private JsonObject stored() {
        try {
            return new JsonObject(Files.readString(service.folder().resolve("state/auth/bss.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Issued to the client that it is now, as Hydra's database counts them. */
    long tokens() {
        return world.hydra().database().tokensOf(health().clientId());
    }

    /** How many clients Hydra has that are this service; asked until Hydra says so, for a connection of its own may be a dead one. */
    long liveClients() {
        return await("the list of clients").ignoreExceptionsInstanceOf(UnexpectedAnswer.class)
                .until(() -> world.hydra().clientIds(), all -> true)
                .stream().filter(ownIds).count();
    }

    @Override
    public String toString() {
        return name;
    }
}
