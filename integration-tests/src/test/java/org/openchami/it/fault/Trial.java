package org.openchami.it.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.awaitility.core.ConditionTimeoutException;
import org.openchami.it.world.FaultWorld;

/** Puts a world through a fault while nodes boot, and measures what it cost. */
final class Trial {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration A_FEW_CALLS = Duration.ofSeconds(1);
    private static final int SOME_CALLS = 10;
    /** A younger token is good until a fault is over through which the services run on. */
    private static final Duration YOUNG = Duration.ofSeconds(12);
    private final FaultWorld world;
    private final Scenario scenario;
    private final List<Identity> identities;
    private final List<Instant> losses = new ArrayList<>();
    private final Nodes nodes;
    private final Map<Identity, Long> tokensBefore;
    private final Instant begin;

    private Trial(FaultWorld world, Scenario scenario, Nodes nodes) {
        this.world = world;
        this.scenario = scenario;
        this.nodes = nodes;
        this.identities = List.of(Identity.bss(world), Identity.guest(world));
        awaitWell(Instant.now());
        if (scenario.runsOn()) {
            Instant young = Instant.now().minus(YOUNG);
            awaitTokenRequests(identity -> identity.tokenRequests(young).stream().anyMatch(Identity::granted));
        }
        this.tokensBefore = identities.stream().collect(Collectors.toMap(Function.identity(), Identity::tokens));
        this.begin = Instant.now();
    }

    /** @throws AssertionError if it cost more than it may */
    static void of(FaultWorld world, Scenario scenario) {
        RealHydra.require(world.hydra());
        try (Nodes nodes = Nodes.calling(world.world())) {
            List<Figures> figures = new Trial(world, scenario, nodes).run();
            figures.forEach(cost -> {
                cost.assertWithin(scenario.registrationsOf(cost.service()), scenario.orphansOf(cost.service()));
                if (scenario.runsOn() && cost.calls().made() > 0) {
                    cost.assertCallsInTheFault(SOME_CALLS);
                }
            });
        } catch (AssertionError | ConditionTimeoutException e) {
            // the next fault finds services that are well
            world.beginAnew(Map.of());
            throw e;
        }
    }

    private List<Figures> run() {
        Instant endBegins;
        Instant end;
        try {
            scenario.begins().run();
            if (scenario.killsTokens()) {
                losses.add(begin);
            }
            pause(A_FEW_CALLS);
            scenario.meanwhile().accept(this);
        } finally {
            endBegins = Instant.now();
            scenario.ends().ifPresent(Runnable::run);
            end = Instant.now();
        }
        Instant mended = endBegins;
        Optional<InboundKeys> keys = scenario.killsTokens() ? Optional.of(InboundKeys.awaited(world, identities)) : Optional.empty();
        return identities.stream().map(identity -> {
            Recovery recovery = recovery(identity);
            Instant from = scenario.ends().isPresent() ? end : recovery.firstRefusal().orElse(mended);
            Instant well = recovery.awaitHealed(scenario.ends().isPresent() ? mended : from);
            if (scenario.orphansOf(identity.name()) > 0) {
                identity.awaitOrphan();
            }
            return figures(identity, mended, Duration.between(from, well), keys.map(all -> Duration.between(end, all.of(identity))));
        }).toList();
    }

    void restartServices() {
        restartServices(() -> {});
    }

    /** SIGKILL, and a new start. */
    void restartServices(Runnable between) {
        nodes.rest();
        losses.add(Instant.now());
        identities.forEach(identity -> identity.service().kill());
        losses.add(Instant.now());
        between.run();
        identities.forEach(identity -> identity.service().start());
        identities.forEach(identity -> identity.service().awaitListening());
        nodes.goOn();
        identities.forEach(identity -> await(identity + " knowing where it stands").atMost(START).pollInterval(Duration.ofMillis(50))
                .until(() -> identity.health().troubled() || identity.health().up()));
    }

    /** The services want new tokens while those that they hold are good, and do not get them; calls go on. */
    void renewInVain() {
        awaitTokenRequests(identity -> identity.health().troubled());
        nodes.awaitMore(2 * SOME_CALLS);
    }

    /** The same, and what becomes of it is open. */
    void renew() {
        Instant since = Instant.now();
        awaitTokenRequests(identity -> !identity.tokenRequests(since).isEmpty());
        nodes.awaitMore(2 * SOME_CALLS);
    }

    private void awaitTokenRequests(Predicate<Identity> seen) {
        await("renewals").atMost(FaultWorld.TOKEN_LIFE).pollInterval(Duration.ofMillis(100)).until(() -> {
            // both at once: each may take as long as a service waits for Hydra
            identities.parallelStream().filter(seen.negate()).forEach(Identity::doubt);
            return identities.stream().allMatch(seen);
        });
    }

    /** Until the renewal that is due has failed. */
    void awaitFailedRenewal() {
        awaitDueRenewal(identity -> identity.health().troubled());
    }

    /** Until the renewal that is due has been refused. */
    void awaitRefusedRenewal() {
        awaitDueRenewal(identity -> recovery(identity).firstRefusal().isPresent());
    }

    private void awaitDueRenewal(Predicate<Identity> seen) {
        identities.forEach(identity -> await("a renewal of " + identity).atMost(FaultWorld.TOKEN_LIFE.plus(START))
                .pollInterval(Duration.ofMillis(50)).until(() -> seen.test(identity)));
    }

    /** Until that long after. */
    static void awaitAge(Instant since, Duration age) {
        pause(Duration.between(Instant.now(), since.plus(age)));
    }

    private void awaitWell(Instant since) {
        identities.forEach(identity -> await(identity + " being well before all").atMost(START).pollInterval(Duration.ofMillis(50))
                .until(() -> identity.health().up() && !identity.health().troubled()));
        await("a good call before all").atMost(START).until(() -> nodes.goodSince(since).isPresent());
    }

    private Recovery recovery(Identity identity) {
        return new Recovery(scenario.name(), identity, nodes, losses, scenario.runsOn(), begin);
    }

    private Figures figures(Identity identity, Instant endBegins, Duration healed, Optional<Duration> inbound) {
        List<Nodes.Call> calls = identity.name().equals("bss") ? nodes.calls() : List.of();
        return new Figures(scenario.name(), identity.name(), Duration.between(begin, Instant.now()),
                new Figures.Clients(identity.registrations(begin), identity.liveClients(), identity.orphans().size()),
                identity.tokenRequests(begin).size(), tokens(identity),
                Figures.Calls.of(calls, GoodTokens.of(identity, losses), begin, endBegins),
                healed.isNegative() ? Duration.ZERO : healed, inbound);
    }

    /** A new client has none from before. */
    private long tokens(Identity identity) {
        boolean same = identity.registrations(begin) == 0;
        return identity.tokens() - (same ? tokensBefore.get(identity) : 0);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(Math.max(0, time.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
