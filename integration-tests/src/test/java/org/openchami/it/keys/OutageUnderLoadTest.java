package org.openchami.it.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openchami.auth.testing.fault.KeyFault;
import org.openchami.auth.testing.fault.KeyServer;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.world.Healing;
import org.openchami.it.world.KeysWorld;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.World;

/** Hydra's keys can't be read while smd is called all the time: by two users, and by somebody whose token was never seen before. */
@ExtendWith(SharedWorld.class)
class OutageUnderLoadTest {
    private static final Logger LOG = System.getLogger(OutageUnderLoadTest.class.getName());
    private static final int PER_SECOND = 100;
    /** So many answers of a kind that every caller is among them. */
    private static final int ENOUGH = PER_SECOND;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final World world;
    private final KeyServer server;
    private final List<Caller> callers;

    OutageUnderLoadTest(KeysWorld keys) {
        this.world = keys.world();
        this.server = keys.keys();
        GenuineTokens tokens = new GenuineTokens(world.hydra());
        this.callers = List.of(Caller.user(world, "anna", tokens), Caller.user(world, "berta", tokens),
                Caller.newcomer(world, TokenForge.asAuthority(world.hydra().adminUrl())));
        callers.forEach(Caller::renew);
    }

    @AfterEach
    void heal() {
        server.heal();
        callers.forEach(caller -> await(caller + " being served").atMost(PATIENCE).until(() -> caller.call().status() == 200));
    }

    /**
     * What was answered in an outage.
     *
     * @param staleFrom before this smd's keys were no older than they may be
     */
    private record Course(Instant begin, Instant staleFrom, Instant healed, List<Seen> seen) {
        List<Seen> inTheStaleWindow() {
            return seen.stream().filter(one -> one.begin().isAfter(begin) && one.end().isBefore(staleFrom)).toList();
        }

        List<Seen> afterIt() {
            Instant first = seen.stream().filter(Seen::putOff).map(Seen::end).min(Instant::compareTo).orElseThrow();
            return seen.stream().filter(one -> one.begin().isAfter(first) && one.end().isBefore(healed)).toList();
        }

        Instant recovered() {
            return seen.stream().filter(one -> one.begin().isAfter(healed) && one.served()).map(Seen::end).min(Instant::compareTo)
                    .orElseThrow();
        }

        List<Seen> sinceRecovery() {
            Instant recovered = recovered();
            return seen.stream().filter(one -> one.begin().isAfter(recovered)).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DOWN", "DRIP", "REDIRECT"})
    void everyValidCallIsServedForTheStaleWindowThenPutOffAndServedAgainSoonAfter(KeyFault fault) {
        Load load = Load.start(callers, PER_SECOND, fault.name());
        Course course;
        try (load) {
            course = run(load, fault);
        }
        Duration recovery = Duration.between(course.healed(), course.recovered());
        LOG.log(Level.INFO, "{0} under load: {1} calls in the stale window, {2} after it, {3} since the recovery; {4}; recovered after {5}",
                fault, course.inTheStaleWindow().size(), course.afterIt().size(), course.sinceRecovery().size(), load.times(fault.name()),
                Healing.beside(recovery));

        assertThat(load.unanswered()).isZero();
        assertThat(course.seen()).allMatch(one -> one.served() || one.putOff());
        assertThat(course.inTheStaleWindow()).isNotEmpty().allMatch(Seen::served);
        assertThat(course.afterIt()).isNotEmpty().allMatch(Seen::putOff);
        assertThat(course.sinceRecovery()).isNotEmpty().allMatch(Seen::served);
        assertThat(server.strays()).isEmpty();
    }

    private Course run(Load load, KeyFault fault) {
        await("calls that are served").atMost(PATIENCE).until(() -> count(load, Seen::served) >= ENOUGH);
        int readBefore = server.served().size();
        await("keys that are as fresh as can be").atMost(PATIENCE).pollInterval(Duration.ofMillis(10))
                .until(() -> server.served().size() > readBefore);
        server.misbehave(fault);
        Instant begin = Instant.now();
        await("callers that are put off").atMost(PATIENCE).until(() -> count(load, Seen::putOff) >= ENOUGH);
        Instant staleFrom = server.served().get(server.served().size() - 1).plus(KeysWorld.STALE);

        Instant healed = Instant.now();
        server.heal();
        await("callers that are served again").atMost(Healing.PATIENCE)
                .until(() -> load.seen().stream().anyMatch(one -> one.begin().isAfter(healed) && one.served()));
        await("all of them").atMost(PATIENCE).until(() -> count(load, one -> one.begin().isAfter(healed) && one.served()) >= ENOUGH);
        return new Course(begin, staleFrom, healed, load.seen());
    }

    private static long count(Load load, Predicate<Seen> kind) {
        return load.seen().stream().filter(kind).count();
    }
}
