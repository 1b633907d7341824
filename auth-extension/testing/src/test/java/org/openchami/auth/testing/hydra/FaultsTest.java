package org.openchami.auth.testing.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.postgres.Postgres;

/** Each fault makes Hydra say what it was measured to say, and all is well after it. */
class FaultsTest {
    private static final Says ALL_WELL = new Says("200", "200", "200", "200");
    private static Postgres postgres;
    private static Hydra hydra;
    private DynamicClient client;

    @BeforeAll
    static void start() {
        postgres = Postgres.start();
        hydra = Hydra.start(HydraOptions.defaults().withPostgres(postgres).withRegistration());
    }

    @AfterAll
    static void end() {
        hydra.close();
        postgres.close();
    }

    @BeforeEach
    void register() {
        assumeThat(hydra.kind()).as("a real Hydra").isNotEqualTo("jvm");
        client = DynamicClient.of(hydra);
        assertThat(Says.of(client)).isEqualTo(ALL_WELL);
    }

    @Test
    void itsDatabaseRefuses() {
        hydra.database().stop();
        Says said = Says.of(client);
        hydra.database().start();
        assertThat(said).isEqualTo(new Says("401", "500", "401", "500"));
        awaitAllWell();
    }

    @Test
    void itsDatabaseIsFrozen() {
        hydra.database().freeze();
        Says said = Says.of(client);
        hydra.database().thaw();
        assertThat(said).isEqualTo(new Says(Says.NOTHING, Says.NOTHING, Says.NOTHING, Says.NOTHING));
        awaitAllWell();
    }

    @Test
    void itsConnectionsEnd() {
        hydra.database().endConnections();
        assertThat(Says.of(client)).isNotEqualTo(ALL_WELL);
        awaitAllWell();
    }

    @Test
    void itsDatabaseIsReadOnly() {
        hydra.database().readOnly();
        awaitSaid(new Says("500", "200", "200", "200"));
        hydra.database().writable();
        awaitAllWell();
    }

    @Test
    void itsTablesAreMissing() {
        hydra.database().loseTables();
        Says said = Says.of(client);
        hydra.database().findTables();
        assertThat(said).isEqualTo(new Says("401", "500", "401", "500"));
        awaitAllWell();
    }

    @Test
    void itsDatabaseIsWipedBehindItsBack() {
        hydra.database().wipe();
        try {
            // for each look at the key set it makes new keys, in vain: seconds, or longer than anybody waits
            awaitSaid(new Says("401", "404", "401", "500"), new Says("401", "404", "401", Says.NOTHING));
        } finally {
            hydra.restart();
        }
        assertThat(Says.of(client)).isEqualTo(new Says("401", "404", "401", "200"));
    }

    @Test
    void itsSystemSecretIsLost() {
        assumeThat(hydra.kind()).as("a Hydra whose configuration can be replaced").isNotEqualTo("container");
        hydra.loseSystemSecret();
        awaitSaid(new Says("500", "200", "401", "500"));
        hydra.restoreSystemSecret();
        awaitAllWell();
    }

    @Test
    void anOperatorKillsARegistrationAccessToken() {
        client.atHydra().loseRegistrationToken();
        assertThat(Says.of(client)).isEqualTo(new Says("200", "200", "401", "200"));
    }

    @Test
    void anOperatorTakesAScopeAway() {
        client.atHydra().replace("/scope", "smd.write");
        assertThat(Says.of(client)).isEqualTo(new Says("400", "200", "200", "200"));
    }

    @Test
    void tokensAreCountedInTheDatabase() {
        long before = hydra.database().tokensOf(client.id());
        client.token();
        assertThat(hydra.database().tokensOf(client.id())).isEqualTo(before + 1);
    }

    private void awaitAllWell() {
        awaitSaid(ALL_WELL);
    }

    /** What Hydra says when it has come upon the last of its dead connections. */
    private void awaitSaid(Says... expected) {
        await().untilAsserted(() -> assertThat(Says.of(client)).isIn((Object[]) expected));
    }
}
