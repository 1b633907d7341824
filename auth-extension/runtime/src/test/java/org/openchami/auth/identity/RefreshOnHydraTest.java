package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.credential.IdentityStore;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.registration.AdminOf;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.user.ServiceLogin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;

/** A service has registered itself at Hydra; an operator logs in with its client, and gives it the refresh token. */
class RefreshOnHydraTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NONE = "client credentials";
    private static Hydra hydra;

    @TempDir
    private Path folder;
    private final String service = "service-" + UUID.randomUUID();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<GrantWorld> worlds = new ArrayList<>();
    private IdentityStore store = IdentityStore.inMemory();
    private String given;

    @BeforeAll
    static void start() {
        hydra = Hydra.start();
    }

    @AfterAll
    static void end() {
        hydra.close();
    }

    @AfterEach
    void stop() {
        worlds.forEach(GrantWorld::close);
    }

    @BeforeEach
    void anOperatorGetsARefreshToken() {
        assumeFalse(hydra.kind().equals("jvm"), "only Hydra itself issues refresh tokens");
        started();
        ServiceLogin login = new ServiceLogin(hydra.publicUrl(), hydra.adminUrl(), service);
        login.allow();
        SigningKey key = store.load().orElseThrow().keys().current();
        given = login.refreshToken(Set.of("smd.read", "smd.write"), Set.of("smd"),
                ClientProof.assertion(key, service, hydra.publicUrl() + "/oauth2/token", CLOCK).form());
        sent.clear();
    }

    /** A new process of the service that holds a token. */
    private Identity started(String... pairs) {
        String[] all = new String[pairs.length + 2];
        System.arraycopy(new String[]{"quarkus.application.name", service}, 0, all, 0, 2);
        System.arraycopy(pairs, 0, all, 2, pairs.length);
        GrantWorld world = new GrantWorld(hydra.publicUrl(), hydra.adminUrl(), CLOCK, all);
        worlds.add(world);
        Identity identity = new Identity(world.settings, new Proof(world.settings.own(), CLOCK), store,
                AdminOf.settings(world.vertx, world.settings), request -> {
                    sent.add(request.refreshToken().map(Secret::reveal).orElse(NONE));
                    return world.grant.request(request);
                }, () -> Uni.createFrom().item(true), VertxSurroundings.of(world.vertx, CLOCK, System::nanoTime), snapshot -> {});
        identity.load();
        renewed(identity);
        return identity;
    }

    private Identity refreshing() {
        return started("openchami.auth.client.refresh-token-file", FileOf.secret(folder.resolve("token"), given).toString());
    }

    private static void renewed(Identity identity) {
        identity.refresh().await().atMost(PATIENCE);
        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.TOKEN_HELD);
    }

    private JsonArray grants() {
        return hydra.client(service).metadata().orElseThrow().getJsonArray("grant_types");
    }

    private Optional<String> successor() {
        return store.load().orElseThrow().refresh().successor().map(Secret::reveal);
    }

    @Test
    void itIsUsedOnceAndItsStoredSuccessorAtTheNextRenewal() {
        Identity identity = refreshing();
        String successor = successor().orElseThrow();
        renewed(identity);

        assertThat(sent).containsExactly(given, successor).doesNotHaveDuplicates();
        assertThat(successor()).isPresent().isNotEqualTo(Optional.of(successor));
    }

    @Test
    void whatTheOperatorLogsInWithStaysAtTheClient() {
        refreshing();

        assertThat(grants()).containsExactlyInAnyOrder("authorization_code", "client_credentials", "refresh_token");
        assertThat(hydra.client(service).metadata().orElseThrow().getJsonArray("redirect_uris")).isNotEmpty();
    }

    @Test
    void withoutARefreshTokenTheClientIsOursAloneAgain() {
        refreshing();
        started();

        assertThat(grants()).containsExactly("client_credentials");
    }

    @Test
    void oneThatIsSpentLeadsToClientCredentials() {
        refreshing();
        sent.clear();
        store = IdentityStore.inMemory();
        Identity another = refreshing();
        renewed(another);

        assertThat(sent).containsExactly(given, NONE, NONE);
        assertThat(successor()).isEmpty();
    }

    @Test
    void oneWhoseGrantIsTakenAwayIsTriedOnceMoreAndNotSpent() {
        Identity identity = refreshing();
        String successor = successor().orElseThrow();
        sent.clear();
        hydra.client(service).replace("/grant_types", JsonArray.of("client_credentials"));
        try (LogLines log = new LogLines()) {
            renewed(identity);
            renewed(identity);

            assertThat(log.of("OCAUTH-0216")).singleElement().asString().contains("unauthorized_client", "Cure:");
        }
        assertThat(sent).containsExactly(successor, NONE, NONE);
        assertThat(successor()).contains(successor);
    }
}
