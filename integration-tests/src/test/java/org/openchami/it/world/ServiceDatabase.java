package org.openchami.it.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.openchami.auth.testing.postgres.Postgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one service, and a role of the same name and a password of its own that owns it. Gone when closed. */
final class ServiceDatabase implements AutoCloseable {
    private final Postgres postgres;
    private final String name;
    private final String password = UUID.randomUUID().toString();

    ServiceDatabase(Postgres postgres, String name) {
        this.postgres = postgres;
        this.name = name;
        postgres.createDatabase(name);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:" + postgres.url("postgres"));
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        try (Connection connection = source.getConnection()) {
            run(connection, "select format('create role %I login password %L', ?, ?)", name, password);
            run(connection, "select format('alter database %I owner to %I', ?, ?)", name, name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused to prepare " + name + ": SQL state " + e.getSQLState());
        }
    }

    String url() {
        return postgres.url(name);
    }

    String user() {
        return name;
    }

    String password() {
        return password;
    }

    /** Roles and databases can't be bind parameters; PostgreSQL itself quotes them. */
    private static void run(Connection connection, String format, String first, String second) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(format); Statement statement = connection.createStatement()) {
            query.setString(1, first);
            query.setString(2, second);
            try (ResultSet quoted = query.executeQuery()) {
                quoted.next();
                statement.execute(quoted.getString(1));
            }
        }
    }

    @Override
    public void close() {
        postgres.dropDatabase(name);
    }
}
