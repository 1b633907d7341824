package org.openchami.bench.services;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.openchami.bench.load.Get;
import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Launch;
import org.openchami.it.world.RunningService;

/** A service with authentication off, beside the real one: the same configuration file but for the port, and the same database. */
final class OpenService {
    private OpenService() {}

    static Launch beside(RunningService real, String name, Map<String, String> changed, List<String> jvm) {
        Map<String, String> values = configuration(real);
        values.putAll(changed);
        return new Launch(name, Path.of("benchmarks", name, "target", "quarkus-app", "quarkus-run.jar"), Jdk.own(), jvm, values,
                new Get("/q/health/ready", Map.of()));
    }

    private static Map<String, String> configuration(RunningService real) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(real.folder().resolve("config/application.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.remove("quarkus.http.port");
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (first, same) -> first, TreeMap::new));
    }
}
