package org.openchami.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;
import org.postgresql.ds.PGSimpleDataSource;

/** Where it was measured, and what: without these no figure means anything. */
final class Machine {
    private Machine() {}

    /** Before anything is pinned or under load. */
    static Map<String, String> hardware() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cpu", cpu() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        facts.put("load before", String.format(Locale.ROOT, "%.2f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        facts.put("jdk", System.getProperty("java.vm.name") + " " + Runtime.version());
        return facts;
    }

    static Map<String, String> software(Stage stage) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("product", library("org.openchami.openchami-auth") + ", commit " + System.getProperty("benchmark.commit", "unknown"));
        facts.put("libraries", "Quarkus " + library("io.quarkus.quarkus-core") + ", Vert.x " + library("io.vertx.vertx-core")
                + ", SmallRye JWT " + library("io.smallrye.smallrye-jwt") + ", jose4j " + library("org.bitbucket.b_c.jose4j"));
        Hydra hydra = stage.world().hydra();
        facts.put("hydra", Call.to(hydra.adminUrl(), "/version").get().json().getString("version") + ", " + hydra.kind());
        facts.put("postgresql", postgres(stage));
        facts.put("services' JVMs", String.join(" ", stage.jvm()));
        return facts;
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown cpu");
        } catch (IOException noLinux) {
            return "unknown cpu";
        }
    }

    // As the measured smd has it, not as this process does.
    private static String library(String name) {
        Pattern jar = Pattern.compile(Pattern.quote(name) + "-([0-9].*)\\.jar");
        try (Stream<Path> jars = Files.list(Stage.jar("smd").resolveSibling("lib").resolve("main"))) {
            return jars.map(path -> jar.matcher(path.getFileName().toString())).filter(Matcher::matches).map(found -> found.group(1))
                    .findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String postgres(Stage stage) {
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
