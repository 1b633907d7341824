package org.openchami.it.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.fault.HttpWire;
import org.openchami.auth.testing.fault.HttpWire.Exchange;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.World;
import org.openchami.it.world.WorldPlan;

/**
 * Hydra rotates its keys five times while smd, set up as it is by default, is called all the time: by users and a service, each of whom fetches a
 * new token after each rotation, and by newcomers who log in at any moment. One of the rotations comes in the middle of a flood of key ids that
 * nobody has.
 */
class RotationUnderLoadTest {
    private static final Logger LOG = System.getLogger(RotationUnderLoadTest.class.getName());
    private static final int ROTATIONS = 5;
    private static final int FLOODED = 3;
    private static final int PER_SECOND = 220;
    private static final int CALLS = 60 * PER_SECOND;
    /** 200 a second for 60 s; a slow machine takes longer for as many. */
    private static final int ASKED_FOR = 12_000;
    private static final Duration ASKED_TIME = Duration.ofSeconds(60);
    private static final int AT_ONCE = 1_500;
    private static final int JUNK = 100_000;
    private static final int CALLS_AMID = 5 * PER_SECOND;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String CALM = "calm";
    private static final String IN_THE_FLOOD = "in the flood";
    private final WorldPlan plan = WorldPlan.create();

    @Test
    void noValidCallFailsAndTheKeysAreReadOnceASecondAtMost() {
        PlayedService service = PlayedService.withNewKey("other");
        try (service;
                HttpWire wire = HttpWire.before(plan.hydraPort());
                World world = World.prepare(plan
                        .smd("openchami.auth.authority", wire.url().toString())
                        .smd("openchami.auth.issuer", "http://127.0.0.1:" + plan.hydraPort())
                        .smd("openchami.auth.clients.other.jwks", service.publish())
                        .smd("openchami.auth.clients.other.scopes", "smd.read")
                        .smd("openchami.auth.clients.other.origins", "node"))) {
            service.register(world.hydra(), "smd.read", "smd");
            world.smd().start();
            world.smd().awaitReady();
            Figures figures = run(world, service);
            List<Instant> reads = wire.exchanges().stream().filter(one -> one.path().endsWith("/jwks.json")).map(Exchange::sent)
                    .filter(figures::during).toList();
            LOG.log(Level.INFO, "{0}; the keys were read {1} times, {2} in the worst ten seconds", figures, reads.size(),
                    Reads.worst(reads));

            assertThat(figures.failures()).isEmpty();
            assertThat(figures.calls()).isGreaterThanOrEqualTo(ASKED_FOR);
            assertThat(figures.lasted()).isGreaterThanOrEqualTo(ASKED_TIME);
            assertThat(figures.rotations()).isGreaterThanOrEqualTo(ROTATIONS);
            assertThat(figures.flooded().wentOnBeyondTheRotation()).as(figures.flooded().toString()).isTrue();
            assertThat(figures.flooded().flood().answers().keySet()).isSubsetOf("401", "503");
            assertThat(Reads.worst(reads)).isLessThanOrEqualTo(Reads.MOST);
            assertThat((long) reads.size()).isLessThanOrEqualTo(figures.lasted().toSeconds() + 1);
        }
    }

    /** How many calls of a flood were answered when a rotation began, when it was over, and when the flood was ended. */
    private record Flooded(Flood flood, int before, int after, int atTheEnd) {

        /** So many that not all can have been on the way when the rotation was over. */
        boolean wentOnBeyondTheRotation() {
            return before > AT_ONCE && after >= before && atTheEnd - after > AT_ONCE;
        }
    }

    /** @param rotations as the tokens of a caller tell */
    private record Figures(Instant begin, int calls, Duration lasted, List<String> failures, String calm, String crowded, Flooded flooded,
            int rotations, int spurious) {
        boolean during(Instant time) {
            return !time.isBefore(begin) && time.isBefore(begin.plus(lasted));
        }

        @Override
        public String toString() {
            return "%d valid calls in %.1f s, %.0f a second, %d failed; %d rotations; calm: %s; in the flood: %s; flood: %s; %d tokens nobody"
                    .formatted(calls, lasted.toMillis() / 1000.0, calls * 1000.0 / lasted.toMillis(), failures.size(), rotations, calm,
                            crowded, flooded, spurious)
                    + " could verify";
        }
    }

    private static Figures run(World world, PlayedService service) {
        GenuineTokens tokens = new GenuineTokens(world.hydra());
        List<Caller> callers = Stream.concat(Stream.of("anna", "berta", "clara").map(name -> Caller.user(world, name, tokens)),
                Stream.of(Caller.service(world, service, tokens))).toList();
        callers.forEach(Caller::renew);
        Set<String> kids = new HashSet<>(Set.of(callers.get(0).kid()));
        Instant begin = Instant.now();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<?> newcomers;
        Flooded flooded = null;
        Load load = Load.start(callers, PER_SECOND, CALM);
        try (load) {
            newcomers = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    Caller newcomer = Caller.user(world, "newcomer", tokens);
                    newcomer.renew();
                    load.one(newcomer);
                }
            });
            for (int rotation = 1; rotation <= ROTATIONS; rotation++) {
                load.await(CALLS * rotation / (ROTATIONS + 1), PATIENCE);
                if (rotation == FLOODED) {
                    flooded = rotateAmidAFlood(load, world, callers);
                } else {
                    rotate(world, callers);
                }
                kids.add(callers.get(0).kid());
            }
            load.await(CALLS, PATIENCE);
            await("the end").atMost(PATIENCE).until(() -> !Instant.now().isBefore(begin.plus(ASKED_TIME)));
            over.set(true);
            newcomers.join();
        } finally {
            over.set(true);
        }
        return new Figures(begin, load.calls(), Duration.between(begin, Instant.now()), load.failures(), load.times(CALM),
                load.times(IN_THE_FLOOD), flooded, kids.size() - 1, tokens.spurious());
    }

    private static void rotate(World world, List<Caller> callers) {
        world.hydra().rotateKeys();
        callers.forEach(Caller::renew);
    }

    private static Flooded rotateAmidAFlood(Load load, World world, List<Caller> callers) {
        load.phase(IN_THE_FLOOD);
        try (Flood flood = Flood.start(world.smd(), world.hydra().issuer(), AT_ONCE, JUNK, Flood.ELSEWHERE)) {
            await("the flood").atMost(PATIENCE).until(() -> flood.answered() > AT_ONCE);
            int before = flood.answered();
            rotate(world, callers);
            int after = flood.answered();
            load.await(load.calls() + CALLS_AMID, PATIENCE);
            int atTheEnd = flood.answered();
            flood.stop();
            return new Flooded(flood, before, after, atTheEnd);
        } finally {
            load.phase(CALM);
        }
    }
}
