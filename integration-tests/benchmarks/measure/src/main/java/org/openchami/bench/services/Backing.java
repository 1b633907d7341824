package org.openchami.bench.services;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;
import org.postgresql.ds.PGSimpleDataSource;

/** What the services talk to. */
record Backing(Stage stage) {
    String versions() {
        Hydra hydra = stage.world().hydra();
        return "Hydra " + Call.to(hydra.adminUrl(), "/version").get().json().getString("version") + " (" + hydra.kind() + "), PostgreSQL "
                + postgres();
    }

    private String postgres() {
        Properties smd = new Properties();
        try (var file = Files.newBufferedReader(stage.world().smd().folder().resolve("config/application.properties"))) {
            smd.load(file);
        } catch (IOException e) {
            return "unknown";
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:" + smd.getProperty("smd.database.url"));
        source.setUser(smd.getProperty("smd.database.user"));
        source.setPassword(smd.getProperty("smd.database.password"));
        try (Connection connection = source.getConnection();
                ResultSet version = connection.createStatement().executeQuery("show server_version")) {
            return version.next() ? version.getString(1) : "unknown";
        } catch (SQLException e) {
            return "unknown";
        }
    }
}
