package org.openchami.it.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.World;
import org.openchami.it.world.WorldPlan;

import io.vertx.core.json.JsonObject;

/** After everything that can happen, with DEBUG on for all there is: nothing that must stay secret was told anywhere. */
class SecretsTest {
    private static final Pattern SIGNED = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.");
    private static World world;
    private static Flows flows;
    private static Evidence evidence;

    @BeforeAll
    static void letEverythingHappen() {
        world = World.start(WorldPlan.create().both("quarkus.log.level", "DEBUG"));
        flows = new Flows(world);
        flows.boots();
        flows.users();
        flows.refusedTokens();
        flows.refusedContexts();
        flows.failures();
        evidence = Evidence.of(world.smd(), world.bss());
    }

    @AfterAll
    static void close() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void everythingWasLogged() {
        assertThat(evidence.texts().get(world.bss().log().toString())).contains(" DEBUG [").contains("OCAUTH-0220");
        assertThat(evidence.texts().get(world.smd().log().toString())).contains("OCAUTH-0300").contains("OCAUTH-0310");
        assertThat(evidence.texts().get(world.smd().audit().file().toString())).contains("x1000c0s0b0n0");
        assertThat(evidence.texts().get(world.bss().url() + "/q/metrics")).contains("openchami_auth_verdicts_total");
    }

    @Test
    void noTokenAssertionOrContextIsTold() {
        assertThat(evidence.matching(SIGNED)).isEmpty();
    }

    @Test
    void noPartOfATokenThatProvesItIsTold() {
        for (String token : flows.tokens()) {
            String signature = token.substring(token.lastIndexOf('.') + 1);
            if (!signature.isEmpty()) {
                assertThat(evidence.holding(signature)).isEmpty();
            }
        }
    }

    @Test
    void bssPrivateKeyIsNotTold() throws IOException {
        JsonObject key = new JsonObject(Files.readString(world.bss().folder().resolve("state/auth/bss.json"))).getJsonObject("keys")
                .getJsonObject("current");
        assertThat(evidence.holding(key.getString("d"))).isEmpty();
        assertThat(evidence.matching(Pattern.compile("\"d\"\\s*:"))).isEmpty();
    }

    @Test
    void onlyThePublicHalfOfItIsPublished() {
        JsonObject published = Call.to(world.bss().url(), "/q/auth/jwks.json").get().json().getJsonArray("keys").getJsonObject(0);
        assertThat(published.fieldNames()).containsExactlyInAnyOrder("kty", "crv", "x", "y", "kid", "use", "alg");
    }

    @Test
    void noDatabasePasswordIsTold() {
        assertThat(evidence.holding(world.smd().databasePassword())).isEmpty();
        assertThat(evidence.holding(world.bss().databasePassword())).isEmpty();
    }

    @Test
    void hydrasSystemSecretIsNotTold() throws IOException {
        for (String secret : systemSecrets()) {
            assertThat(evidence.holding(secret)).isEmpty();
        }
    }

    /** Of every Hydra that runs as a process of this machine; in a container it is out of reach. */
    private static List<String> systemSecrets() throws IOException {
        List<String> secrets = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, "openchami-hydra-*")) {
            for (Path folder : folders) {
                Path file = folder.resolve("system-secret");
                if (Files.isReadable(file)) {
                    secrets.add(Files.readString(file).strip());
                }
            }
        }
        return secrets;
    }
}
