package org.openchami.auth.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void createsADatabaseOnce() throws SQLException {
        postgres.createDatabase("one");
        execute(postgres, "one", "create table kept (id int)");
        postgres.createDatabase("one");
        execute(postgres, "one", "insert into kept values (1)");
    }

    @Test
    void copiesATemplate() throws SQLException {
        postgres.createDatabase("original");
        execute(postgres, "original", "create table copied (id int)");
        postgres.createDatabase("copy", "original");
        execute(postgres, "copy", "insert into copied values (1)");
    }

    @Test
    void dropsADatabaseInUse() throws SQLException {
        postgres.createDatabase("used");
        try (Connection connection = connect(postgres, "used")) {
            postgres.dropDatabase("used");
            assertThat(connection.isValid(2)).isFalse();
        }
        assertThatThrownBy(() -> connect(postgres, "used").close()).isInstanceOf(SQLException.class);
    }

    @Test
    void refusesANameThatNeedsQuotes() {
        assertThatThrownBy(() -> postgres.createDatabase("a\"; drop")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsItsAddressToJavaAndToGo() {
        assertThat(postgres.url("smd")).isEqualTo("postgresql://127.0.0.1:" + postgres.port() + "/smd");
        assertThat(postgres.dsn("smd")).startsWith("postgres://postgres:")
                .endsWith("@127.0.0.1:" + postgres.port() + "/smd?sslmode=disable");
    }

    @Test
    void freezesAndGoesOn() throws SQLException {
        postgres.createDatabase("frozen");
        try (Connection connection = connect(postgres, "frozen")) {
            postgres.pause();
            try {
                assertThat(connection.isValid(1)).isFalse();
                assertThat(postgres.alive()).isTrue();
            } finally {
                postgres.resume();
            }
        }
        execute(postgres, "frozen", "select 1");
    }

    @Test
    void keepsDataAndPortOverARestart() throws SQLException {
        try (Postgres own = Postgres.start()) {
            own.createDatabase("kept");
            execute(own, "kept", "create table kept (id int)");
            own.stop();
            assertThat(own.alive()).isFalse();
            assertThatThrownBy(() -> connect(own, "kept").close()).isInstanceOf(SQLException.class);
            own.restart();
            execute(own, "kept", "insert into kept values (1)");
        }
    }

    @Test
    void keepsDataInADirectoryForTheNextStart(@TempDir Path directory) throws SQLException {
        PostgresOptions kept = PostgresOptions.defaults().withDataDirectory(directory.resolve("postgres"));
        try (Postgres first = Postgres.start(kept)) {
            assertThat(first.kind()).isEqualTo("embedded");
            first.createDatabase("kept");
            execute(first, "kept", "create table kept (id int)");
        }
        try (Postgres second = Postgres.start(kept)) {
            execute(second, "kept", "insert into kept values (1)");
        }
    }

    @Test
    void startsAgainAfterItsProcessWasKilled() throws SQLException {
        try (Postgres own = EmbeddedServer.run(PostgresOptions.defaults())) {
            ProcessHandle postmaster = ProcessHandle.of(own.pid().orElseThrow()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            assertThat(own.alive()).isFalse();
            own.restart();
            execute(own, "postgres", "select 1");
        }
    }

    private static Connection connect(Postgres server, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + server.url(database), server.user(), server.password());
    }

    private static void execute(Postgres server, String database, String sql) throws SQLException {
        try (Connection connection = connect(server, database)) {
            connection.createStatement().execute(sql);
        }
    }
}
