package org.openchami.auth.testing.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

import org.postgresql.ds.PGSimpleDataSource;

/** Creates and drops databases of one server. A name can't be a bind parameter, so only plain ones are taken. */
final class Databases {
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    Databases(int port, String user, String password) {
        source.setServerNames(new String[]{"127.0.0.1"});
        source.setPortNumbers(new int[]{port});
        source.setDatabaseName(Postgres.DATABASE);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(5);
        source.setSocketTimeout(30);
    }

    static String checked(String name) {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("A database name is [a-z][a-z0-9_]*, up to 63 characters: " + name);
        }
        return name;
    }

    synchronized void create(String name, String template) {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            if (!exists(connection, checked(name))) {
                statement.execute("create database " + name + " template " + checked(template));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Can't create the database " + name + ": " + e.getMessage(), e);
        }
    }

    void drop(String name) {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + checked(name) + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException("Can't drop the database " + name + ": " + e.getMessage(), e);
        }
    }

    boolean answers() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
