package org.openchami.auth.cli.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.cli.Called;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.junit.HydraExtension;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@ExtendWith(HydraExtension.class)
class ClientsTest {
    private static final String SECRET = "secret-of-a-test";

    private final String service = "service-" + UUID.randomUUID();
    private Hydra hydra;

    @TempDir
    Path folder;

    @BeforeEach
    void begin(Hydra running) {
        hydra = running;
    }

    private String add(String id, String owner, JsonObject metadata) {
        JsonObject jwk = new JsonObject("{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"kid\":\"k1\","
                + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}");
        JsonObject client = new JsonObject().put("client_id", id).put("owner", owner).put("metadata", metadata)
                .put("client_secret", SECRET).put("scope", "smd.read").put("token_endpoint_auth_method", "private_key_jwt")
                .put("jwks", new JsonObject().put("keys", new JsonArray().add(jwk)));
        Call.to(hydra.adminUrl(), "/admin/clients").json("POST", client).expect(201, "POST");
        return id;
    }

    /** A client as dynamic registration leaves it: it has our owner alone. */
    private String addOurs(String id) {
        return add(service + "." + id, "openchami-auth/" + service, new JsonObject());
    }

    private Called call(String command, String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[]{"clients", command, "--admin", hydra.adminUrl().toString()}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return Called.with(all);
    }

    private Called prune(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(new String[]{"--service", service}, 0, all, 0, 2);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return call("prune", all);
    }

    private void store(String json) throws IOException {
        Files.writeString(folder.resolve(service + ".json"), json);
    }

    @Test
    void ourClientsAreListedByOwnerAndByMetadata() {
        String owned = addOurs("a");
        String adopted = add(service, "ops", new JsonObject().put("openchami", new JsonObject().put("service", service)));
        String other = add("other-" + service, "ops", new JsonObject());

        Called listed = call("list", "--service", service);

        assertThat(listed.code()).isZero();
        assertThat(listed.out()).contains(owned, adopted).doesNotContain(other).doesNotContain(SECRET);
        assertThat(call("list").out()).contains(owned, adopted).doesNotContain(other);
    }

    @Test
    void aServiceWithoutClientsHasNone() {
        assertThat(call("list", "--service", service)).isEqualTo(new Called(0, "", "There is none." + System.lineSeparator()));
    }

    @Test
    void allPagesAreRead() {
        IntStream.range(0, 260).forEach(n -> addOurs("n" + n));

        assertThat(call("list", "--service", service).out().lines()).hasSize(260);
        assertThat(prune("--keep", service + ".n0").out().lines()).hasSize(259);
    }

    @Test
    void aClientIsShownWithItsKeysAndWithoutSecrets() {
        String id = add(service, "openchami-auth/" + service, new JsonObject().put("openchami", new JsonObject().put("service", service)
                .put("instances", new JsonObject().put("one", new JsonArray().add("k1"))).put("secret_by", "two")));

        Called shown = call("show", id);

        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("client_id: " + id, "service: " + service, "scope: smd.read", "key: k1 of instance one",
                "secret: set by instance two").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "delete"})
    void aClientThatIsNotThereIsAFailure(String command) {
        Called called = call(command, service);

        assertThat(called.code()).isEqualTo(1);
        assertThat(called.err()).contains("There is no client '" + service + "'").contains("Cure: ");
    }

    @Test
    void aClientOfOursIsDeleted() {
        String id = addOurs("a");

        assertThat(call("delete", id).code()).isZero();

        assertThat(hydra.clientIds()).doesNotContain(id);
    }

    @Test
    void aClientOfSomebodyElseStays() {
        String id = add(service, "ops", new JsonObject());

        assertThat(call("delete", id).code()).isEqualTo(1);

        assertThat(hydra.clientIds()).contains(id);
    }

    @Test
    void pruneListsAndRemovesNothing() {
        String used = addOurs("used");
        String orphan = addOurs("orphan");

        Called pruned = prune("--keep", used);

        assertThat(pruned.code()).isZero();
        assertThat(pruned.out()).contains(orphan).doesNotContain(used);
        assertThat(pruned.err()).contains("1 would be removed");
        assertThat(hydra.clientIds()).contains(used, orphan);
    }

    @Test
    void pruneRemovesTheOrphansOfThisServiceAloneWhenToldSo() {
        String used = addOurs("used");
        String alsoUsed = addOurs("also-used");
        String orphan = addOurs("orphan");
        String adopted = add(service, "ops", new JsonObject().put("openchami", new JsonObject().put("service", service)));
        String others = add("x" + service, "openchami-auth/x" + service, new JsonObject());

        Called pruned = prune("--keep", used, "--keep", alsoUsed, "--yes");

        assertThat(pruned.code()).isZero();
        assertThat(pruned.err()).contains("1 removed");
        assertThat(hydra.clientIds()).contains(used, alsoUsed, adopted, others).doesNotContain(orphan);
    }

    @Test
    void aSlipOfThePenRemovesNothing() {
        String used = addOurs("used");

        Called pruned = prune("--keep", used + "x", "--yes");

        assertThat(pruned.code()).isEqualTo(1);
        assertThat(pruned.err()).contains("nothing is removed");
        assertThat(hydra.clientIds()).contains(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"schema\":1,\"client_id\":\"%s\"}", "{\"schema\":2,\"client\":{\"client_id\":\"%s\"}}"})
    void theClientInUseIsReadFromTheStore(String stored) throws IOException {
        String used = addOurs("used");
        String orphan = addOurs("orphan");
        store(stored.formatted(used));

        assertThat(prune("--store", folder.toString()).out()).contains(orphan).doesNotContain(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"secret", "[]", "{\"schema\":2,\"client\":{}}", "{\"schema\":2,\"jwe\":\"secret\"}"})
    void aStoreThatDoesNotTellEndsItBeforeAnythingIsRemoved(String stored) throws IOException {
        String orphan = addOurs("orphan");
        store(stored);

        Called pruned = prune("--store", folder.toString(), "--yes");

        assertThat(pruned.code()).isEqualTo(1);
        assertThat(pruned.err()).contains("Cure: ").doesNotContain("secret");
        assertThat(hydra.clientIds()).contains(orphan);
    }

    @Test
    void aStoreThatIsNotThereEndsItToo() {
        assertThat(prune("--store", folder.resolve("none").toString(), "--yes").code()).isEqualTo(1);
    }
}
