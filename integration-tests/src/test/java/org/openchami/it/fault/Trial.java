package org.openchami.it.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;
import org.openchami.auth.testing.fault.HttpWire.Exchange;
import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.Healing;

/** Puts a world through a fault while nodes boot, and measures what it cost. */
final class Trial {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration A_FEW_CALLS = Duration.ofSeconds(1);
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
        this.tokensBefore = identities.stream().collect(Collectors.toMap(Function.identity(), Identity::tokens));
        this.begin = Instant.now();
    }

    /** @throws AssertionError if it cost more than it may */
    static void of(FaultWorld world, Scenario scenario) {
        RealHydra.require(world.hydra());
        try (Nodes nodes = Nodes.calling(world.world())) {
            List<Figures> figures = new Trial(world, scenario, nodes).run();
            figures.forEach(cost -> cost.assertWithin(scenario.registrations()));
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
        return identities.stream().map(identity -> {
            Instant from = scenario.ends().isPresent() ? end : firstRefusal(identity).orElse(mended);
            Instant well = awaitHealed(identity, scenario.ends().isPresent() ? mended : from);
            return figures(identity, Duration.between(from, well));
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

    /** Until the renewal that is due has failed. */
    void awaitFailedRenewal() {
        identities.forEach(identity -> await("a failed renewal of " + identity).atMost(FaultWorld.TOKEN_LIFE.plus(START))
                .pollInterval(Duration.ofMillis(50)).until(() -> identity.health().troubled()));
    }

    /** Until the renewal that is due has been refused. */
    void awaitRefusedRenewal() {
        identities.forEach(identity -> await("a refused renewal of " + identity).atMost(FaultWorld.TOKEN_LIFE.plus(START))
                .pollInterval(Duration.ofMillis(50)).until(() -> firstRefusal(identity).isPresent()));
    }

    void awaitAge(Duration age) {
        pause(Duration.between(Instant.now(), begin.plus(age)));
    }

    private void awaitWell(Instant since) {
        identities.forEach(identity -> await(identity + " being well before all").atMost(START).pollInterval(Duration.ofMillis(50))
                .until(() -> identity.health().up() && !identity.health().troubled()));
        await("a good call before all").atMost(START).until(() -> nodes.goodSince(since).isPresent());
    }

    private Optional<Instant> firstRefusal(Identity identity) {
        return identity.tokenRequests(begin).stream().filter(one -> one.status() >= 400).map(Exchange::answered).findFirst();
    }

    private Instant awaitHealed(Identity identity, Instant from) {
        try {
            return await().atMost(Healing.PATIENCE.plus(Healing.MACHINE)).pollInterval(Duration.ofMillis(20))
                    .until(() -> healed(identity, from), Optional::isPresent).orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(identity + " has not healed after: " + scenario.name() + "; " + identity.health() + " since " + begin
                    + ", it asked "
                    + identity.asked(begin).stream().map(one -> one.sent() + " " + one.method() + " " + one.path() + " " + one.status())
                            .toList(),
                    e);
        }
    }

    /** When the first token came that was not followed by a refusal, and calls worked again. */
    private Optional<Instant> healed(Identity identity, Instant from) {
        Instant lastLoss = losses.stream().max(Comparator.naturalOrder()).orElse(begin);
        List<Exchange> requests = identity.tokenRequests(lastLoss);
        boolean needsToken = !losses.isEmpty() || !requests.isEmpty();
        Optional<Instant> token = requests.stream().reduce((one, next) -> Identity.granted(one) && Identity.granted(next) ? one : next)
                .filter(Identity::granted).map(Exchange::answered);
        Optional<Instant> call = identity.name().equals("bss") ? nodes.goodSince(from).map(Nodes.Call::end) : Optional.of(from);
        if (needsToken && token.isEmpty() || call.isEmpty() || !identity.health().up()) {
            return Optional.empty();
        }
        return Stream.of(token, call, Optional.of(from)).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private Figures figures(Identity identity, Duration healed) {
        GoodTokens good = GoodTokens.of(identity, losses);
        List<Nodes.Call> calls = identity.name().equals("bss") ? nodes.calls() : List.of();
        return new Figures(scenario.name(), identity.name(), Duration.between(begin, Instant.now()), identity.registrations(begin),
                identity.liveClients(), identity.tokenRequests(begin).size(), tokens(identity), calls.size(),
                calls.stream().filter(call -> call.failed() && good.during(call)).toList(), healed.isNegative() ? Duration.ZERO : healed);
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
