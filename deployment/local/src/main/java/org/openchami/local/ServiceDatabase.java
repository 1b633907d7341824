package org.openchami.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.openchami.auth.testing.postgres.Postgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A service's own database and the role of the same name that owns it, made at the first start. */
record ServiceDatabase(Postgres postgres) {

    void prepare(String name, String password) {
        postgres.createDatabase(name);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:" + postgres.url("postgres"));
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        try (Connection connection = source.getConnection()) {
            String verb = roleExists(connection, name) ? "alter" : "create";
            run(connection, "select format('" + verb + " role %I login password %L', ?, ?)", name, password);
            run(connection, "select format('alter database %I owner to %I', ?, ?)", name, name);
        } catch (SQLException e) {
            // the statement holds the password, so the cause stays out
            throw new LocalFailure("PostgreSQL refused to prepare the database of " + name + " (SQL state " + e.getSQLState() + ").");
        }
    }

    private static boolean roleExists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
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
}
