package org.openchami.it.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.Healing;

/** When those who ask with a token that Hydra's newest key has signed are served, by smd and by each of the services. */
final class InboundKeys {
    private static final Duration PATIENCE = Healing.PATIENCE.plus(Healing.MACHINE);
    private final Map<Identity, CompletableFuture<Instant>> known;

    private InboundKeys(Map<Identity, CompletableFuture<Instant>> known) {
        this.known = known;
    }

    /** A user logs in at once, and asks until there is an answer, beside whatever else goes on. */
    static InboundKeys awaited(FaultWorld world, List<Identity> identities) {
        Callers callers = new Callers(world.world());
        CompletableFuture<String> token = CompletableFuture.supplyAsync(world.world()::token);
        return new InboundKeys(identities.stream()
                .collect(Collectors.toMap(Function.identity(), identity -> token.thenApplyAsync(user -> served(callers, identity, user)))));
    }

    private static Instant served(Callers callers, Identity identity, String user) {
        await("smd and " + identity + " knowing the new keys").atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> callers.userOfSmd(user).isEmpty() && Callers.userOfNobodyElse(identity.service(), user).isEmpty());
        return Instant.now();
    }

    Instant of(Identity identity) {
        return known.get(identity).join();
    }
}
