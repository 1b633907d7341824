package org.openchami.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.it.world.NodeCall;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.Tutorial.Node;
import org.openchami.it.world.WiredWorld;
import org.openchami.it.world.World;

import io.vertx.core.json.JsonObject;

/** bss is one client at Hydra, whatever happens to either of them. */
@ExtendWith(SharedWorld.class)
class RegistrationTest {
    private final WiredWorld wired;
    private final World world;

    RegistrationTest(WiredWorld wired) {
        this.wired = wired;
        this.world = wired.world();
    }

    @Test
    void theStoredKeyIsForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored().getParent()))).isEqualTo("rwx------");
    }

    @Test
    void aSecondStartUsesTheStoredRegistration() {
        JsonObject before = RegisteredClient.ofBss(world.hydra()).metadata();
        restart(() -> {});
        JsonObject after = RegisteredClient.ofBss(world.hydra()).metadata();
        assertThat(after.getString("created_at")).isNotEmpty().isEqualTo(before.getString("created_at"));
        assertThat(after.getString("updated_at")).isNotEmpty().isEqualTo(before.getString("updated_at"));
        assertThat(wired.hydraAdmin().passed()).isEmpty();
        assertThat(RegisteredClient.allOfBss(world.hydra())).isEqualTo(List.of("bss"));
        assertBootsWithAToken();
    }

    @Test
    void aLostKeyIsReplacedInTheSameClient() {
        RegisteredClient before = RegisteredClient.ofBss(world.hydra());
        restart(world.bss()::loseState);
        RegisteredClient after = RegisteredClient.ofBss(world.hydra());
        assertThat(after.metadata().getString("created_at")).isEqualTo(before.metadata().getString("created_at"));
        assertThat(after.kid()).isNotEqualTo(before.kid());
        assertThat(RegisteredClient.allOfBss(world.hydra())).isEqualTo(List.of("bss"));
        assertBootsWithAToken();
    }

    @Test
    void aClientThatHydraLostWhileBssWasAwayIsMadeAgain() {
        restart(() -> world.hydra().deleteClient("bss"));
        assertThat(RegisteredClient.allOfBss(world.hydra())).isEqualTo(List.of("bss"));
        assertBootsWithAToken();
    }

    private void assertBootsWithAToken() {
        Node node = world.tutorial().node(1);
        long smdAsked = wired.smd().count("GET", "/hsm/v2/State/Components/" + node.xname());
        assertThat(NodeCall.boot(world, node).answer().body()).isEqualTo(world.tutorial().script(node));
        assertThat(wired.smd().count("GET", "/hsm/v2/State/Components/" + node.xname())).isGreaterThan(smdAsked);
    }

    private void restart(Runnable meanwhile) {
        world.bss().stop();
        meanwhile.run();
        wired.hydraAdmin().forget();
        world.bss().start();
        world.bss().awaitReady();
    }

    private Path stored() {
        return world.bss().folder().resolve("state/auth/bss.json");
    }
}
