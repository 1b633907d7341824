package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.ComeBack;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.WiredWorld;
import org.openchami.it.world.World;

/** smd has been started and could never read Hydra's keys, so it can say nothing of any token. */
@ExtendWith(SharedWorld.class)
class ColdStartTest {
    private static final String PATH = "/hsm/v2/State/Components";
    private final WiredWorld wired;
    private final World world;

    ColdStartTest(WiredWorld wired) {
        this.wired = wired;
        this.world = wired.world();
    }

    @BeforeEach
    void startSmdWithoutHydraAndWithoutStoredKeys() {
        world.smd().stop();
        // with the keys it has on disk it could tell
        world.smd().loseState();
        wired.line().cut();
        world.smd().start();
        world.smd().awaitListening();
    }

    @AfterEach
    void heal() {
        wired.line().heal();
        world.smd().awaitReady();
        world.bss().awaitReady();
    }

    @Test
    void aColdSmdSaysThatItCannotTellAndNeverThatATokenIsBad() {
        String token = world.token();
        ComeBack.assertIn(get(token));
        wired.line().heal();
        wired.line().hang();
        ComeBack.assertIn(get(token));
        assertThat(Call.to(world.smd().url(), PATH).get().status()).isEqualTo(401);
        assertThat(Call.to(world.smd().url(), "/hsm/v2/service/ready").get().status()).isEqualTo(200);
        assertThat(Call.to(world.smd().url(), "/q/health/ready").get().status()).isEqualTo(503);
        wired.line().heal();
        world.smd().awaitReady();
        assertThat(get(token).status()).isEqualTo(200);
    }

    private Answer get(String token) {
        return Call.to(world.smd().url(), PATH).header("Authorization", "Bearer " + token).get();
    }
}
