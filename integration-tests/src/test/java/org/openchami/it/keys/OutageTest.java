package org.openchami.it.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openchami.auth.testing.fault.KeyFault;
import org.openchami.auth.testing.fault.KeyServer;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.world.Healing;
import org.openchami.it.world.KeysWorld;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.World;

/** Hydra's keys can't be read. Nobody is told that a token is bad because of that. */
@ExtendWith(SharedWorld.class)
class OutageTest {
    private static final Logger LOG = System.getLogger(OutageTest.class.getName());
    /** Each of them may wait for an attempt to read the keys. */
    private static final int SOME = 2;
    private final KeysWorld keys;
    private final World world;
    private final KeyServer server;
    private final TokenForge hydra;

    OutageTest(KeysWorld keys) {
        this.keys = keys;
        this.world = keys.world();
        this.server = keys.keys();
        this.hydra = TokenForge.asAuthority(world.hydra().adminUrl());
    }

    @AfterEach
    void heal() {
        server.heal();
        assertHealed(Instant.now(), world.token());
    }

    @ParameterizedTest
    @EnumSource
    void validTokensAreServedForTheStaleWindowThenPutOffAndServedAgainSoonAfter(KeyFault fault) {
        String known = world.token();
        assertThat(call(known).served()).isTrue();
        int readBefore = server.served().size();
        await("keys that are as fresh as can be").atMost(Healing.PATIENCE).pollInterval(Duration.ofMillis(10))
                .until(() -> server.served().size() > readBefore);

        server.misbehave(fault);
        Instant begin = Instant.now();
        List<Seen> seen = new ArrayList<>();
        await("answers that put off, " + fault).atMost(KeysWorld.STALE.plus(Healing.PATIENCE.multipliedBy(SOME)))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    seen.add(call(known));
                    seen.add(call(neverSeen()));
                    return seen.stream().filter(Seen::putOff).count() >= SOME;
                });
        Instant staleFrom = last(server.served()).plus(KeysWorld.STALE);
        List<Seen> early = seen.stream().filter(one -> one.end().isBefore(staleFrom)).toList();
        List<Seen> late = seen.stream().dropWhile(Seen::served).toList();

        assertThat(early).isNotEmpty().allMatch(Seen::served);
        assertThat(late).allMatch(Seen::putOff);
        assertThat(server.strays()).isEmpty();

        Instant healed = Instant.now();
        server.heal();
        Duration recovery = assertHealed(healed, known);
        LOG.log(Level.INFO, "{0}: {1} calls in the stale window, all served; {2} after it, all put off, the slowest after {3} ms; "
                + "recovered after {4}; smd asked for the keys {5} times in {6} s", fault, early.size(), late.size(),
                late.stream().map(one -> Duration.between(one.begin(), one.end())).max(Duration::compareTo).orElseThrow().toMillis(),
                Healing.beside(recovery), server.asked().stream().filter(begin::isBefore).count(),
                Duration.between(begin, healed).toSeconds());
    }

    @Test
    void aTokenWhoseKeyCannotBeLookedUpIsPutOffNotRefused() {
        server.misbehave(KeyFault.ERROR);
        world.hydra().rotateKeys();
        String ofANewKey = world.token();
        String ofNobody = TokenForge.withNewEcKey().token(claims());
        assertThat(call(ofANewKey)).matches(Seen::putOff);
        assertThat(call(ofNobody)).matches(Seen::putOff);

        Instant healed = Instant.now();
        server.heal();
        Duration recovery = assertHealed(healed, ofANewKey);
        LOG.log(Level.INFO, "a token of a new key was served after {0}", Healing.beside(recovery));
        assertThat(call(ofNobody)).matches(Seen::refused);
    }

    private Duration assertHealed(Instant healed, String token) {
        Seen first = await("a served call").atMost(Healing.PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> call(token),
                Seen::served);
        for (int i = 0; i < SOME; i++) {
            assertThat(call(token)).matches(Seen::served);
        }
        return Duration.between(healed, first.end());
    }

    private Seen call(String token) {
        return Seen.of(keys.smd(), token);
    }

    /** Good, and of a key that smd knows. */
    private String neverSeen() {
        return hydra.token(claims());
    }

    private TokenClaims claims() {
        return TokenClaims.of(world.hydra().issuer()).scopes("smd.read");
    }

    private static Instant last(List<Instant> times) {
        return times.get(times.size() - 1);
    }
}
