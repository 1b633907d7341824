package org.openchami.auth.testing.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.auth.testing.postgres.Postgres;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class HydraTest {
    private static Postgres postgres;
    private static Hydra hydra;

    @BeforeAll
    static void start() {
        postgres = Postgres.start();
        hydra = Hydra.start(HydraOptions.defaults().withPostgres(postgres));
    }

    @AfterAll
    static void end() {
        hydra.close();
        postgres.close();
    }

    @Test
    void publishesKeysOfTheAskedForAlgorithm() {
        assertThat(algorithms(hydra)).isEqualTo(Set.of("ES256"));
    }

    @Test
    void namesItsPublicUrlAsIssuer() {
        assertThat(Call.to(hydra.publicUrl(), "/.well-known/openid-configuration").get().json().getString("issuer"))
                .isEqualTo(hydra.issuer()).isEqualTo(hydra.publicUrl().toString());
    }

    @Test
    void rotatesAndRetiresKeys() {
        Set<String> before = kids(hydra);
        hydra.rotateKeys();
        Set<String> both = kids(hydra);
        assertThat(both).containsAll(before).hasSize(before.size() + 2);
        hydra.retireOldKeys();
        assertThat(kids(hydra)).hasSize(2).isSubsetOf(both).doesNotContainAnyElementsOf(before);
    }

    @Test
    void countsAndDeletesClients() {
        addClient(hydra, "short-lived");
        assertThat(hydra.clientIds()).contains("short-lived");
        hydra.deleteClient("short-lived");
        assertThat(hydra.clientIds()).doesNotContain("short-lived");
    }

    @Test
    void keepsKeysAndClientsOverARestart() {
        try (Hydra own = Hydra.start(HydraOptions.defaults().withPostgres(postgres))) {
            addClient(own, "kept");
            Set<String> keys = kids(own);
            own.stop();
            assertThat(own.alive()).isFalse();
            assertThatThrownBy(() -> kids(own)).isInstanceOf(NoAnswer.class);
            own.restart();
            assertThat(own.clientIds()).isEqualTo(List.of("kept"));
            assertThat(kids(own)).isEqualTo(keys);
        }
    }

    @Test
    void keepsKeysAndClientsWhenKilled() {
        try (Hydra own = Hydra.start(HydraOptions.defaults().withPostgres(postgres))) {
            addClient(own, "kept");
            own.kill();
            assertThat(own.alive()).isFalse();
            own.restart();
            assertThat(own.clientIds()).isEqualTo(List.of("kept"));
        }
    }

    @Test
    void anOperatorChangesAClient() {
        addClient(hydra, "changed");
        hydra.client("changed").replace("/scope", "smd.write");
        assertThat(hydra.client("changed").metadata()).get().extracting(client -> client.getString("scope")).isEqualTo("smd.write");
        hydra.client("changed").delete();
        assertThat(hydra.client("changed").metadata()).isEmpty();
    }

    @Test
    void forgetsAllWhenWiped() {
        try (Hydra own = Hydra.start(HydraOptions.defaults().withPostgres(postgres))) {
            addClient(own, "forgotten");
            Set<String> keys = kids(own);
            own.wipe();
            assertThat(own.clientIds()).isEmpty();
            assertThat(kids(own)).hasSize(2).doesNotContainAnyElementsOf(keys);
        }
    }

    @Test
    void twoWorldsShareNoKey() {
        try (Hydra other = Hydra.start(HydraOptions.defaults().withPostgres(postgres))) {
            assertThat(kids(other)).doesNotContainAnyElementsOf(kids(hydra));
        }
    }

    @Test
    void keepsAWorldForTheNextStart(@TempDir Path directory) {
        HydraOptions kept = HydraOptions.defaults().withPostgres(postgres).keptIn("kept_hydra", directory.resolve("hydra"));
        Set<String> keys;
        try (Hydra first = Hydra.start(kept)) {
            addClient(first, "kept");
            keys = kids(first);
        }
        try (Hydra second = Hydra.start(kept)) {
            assertThat(second.clientIds()).isEqualTo(List.of("kept"));
            assertThat(kids(second)).isEqualTo(keys);
        }
    }

    @Test
    void opensPublicRegistrationOnlyWhereAsked() {
        JsonObject client = new JsonObject().put("client_name", "self-made");
        assertThat(Call.to(hydra.publicUrl(), "/oauth2/register").json("POST", client).status()).isEqualTo(404);
        try (Hydra open = Hydra.start(HydraOptions.defaults().withPostgres(postgres).withRegistration())) {
            assertThat(Call.to(open.publicUrl(), "/oauth2/register").json("POST", client).status()).isEqualTo(201);
        }
    }

    @Test
    void leavesTheDefaultAlgorithmToHydra() {
        try (Hydra own = Hydra.start(HydraOptions.defaults().withPostgres(postgres).withSigningAlgorithm(HydraOptions.OWN_DEFAULT))) {
            assertThat(algorithms(own)).isEqualTo(Set.of("RS256"));
        }
    }

    private static void addClient(Hydra at, String id) {
        JsonObject client = new JsonObject().put("client_id", id).put("grant_types", new JsonArray().add("client_credentials"));
        Call.to(at.adminUrl(), "/admin/clients").json("POST", client).expect(201, "POST /admin/clients");
    }

    private static Set<String> kids(Hydra at) {
        return Set.copyOf(keys(at).stream().map(key -> key.getString("kid")).toList());
    }

    private static Set<String> algorithms(Hydra at) {
        return Set.copyOf(keys(at).stream().map(key -> key.getString("alg")).distinct().toList());
    }

    private static List<JsonObject> keys(Hydra at) {
        return Call.to(at.publicUrl(), "/.well-known/jwks.json").get().json().getJsonArray("keys").stream().map(JsonObject.class::cast)
                .toList();
    }
}
