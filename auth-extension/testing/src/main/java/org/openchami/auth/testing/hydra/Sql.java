package org.openchami.auth.testing.hydra;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.openchami.auth.testing.postgres.Postgres;
import org.postgresql.ds.PGSimpleDataSource;

/** Statements to one database of that server. */
record Sql(Postgres postgres, String database) {
    /** All on one connection; statements that take no parameters, or names that PostgreSQL takes unquoted. */
    void execute(String... statements) {
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Can't change " + database + ": " + e.getMessage(), e);
        }
    }

    /** The first number of the answer to a query with one parameter. */
    long number(String query, String parameter) {
        try (Connection connection = open(); PreparedStatement prepared = connection.prepareStatement(query)) {
            prepared.setString(1, parameter);
            try (ResultSet found = prepared.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Can't ask " + database + ": " + e.getMessage(), e);
        }
    }

    private Connection open() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:" + postgres.url(database));
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        source.setConnectTimeout(5);
        source.setSocketTimeout(30);
        return source.getConnection();
    }
}
