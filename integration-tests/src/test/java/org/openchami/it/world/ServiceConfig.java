package org.openchami.it.world;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.openchami.auth.testing.process.Folder;

/** The {@code config/application.properties} of a service, as an operator would write it. */
record ServiceConfig(Map<String, String> values) {
    /** @param settings what this world wants beside the addresses and the audit file */
    static ServiceConfig of(String name, int port, ServiceDatabase database, Map<String, String> settings) {
        Map<String, String> values = new TreeMap<>();
        values.put("quarkus.http.host", "127.0.0.1");
        values.put("quarkus.http.port", Integer.toString(port));
        values.put(name + ".database.url", database.url());
        values.put(name + ".database.user", database.user());
        values.put(name + ".database.password", database.password());
        values.put("quarkus.log.category.\"openchami.audit\".handlers", "audit-file");
        values.put("quarkus.log.handler.file.audit-file.enabled", "true");
        values.put("quarkus.log.handler.file.audit-file.path", "audit.log");
        values.put("quarkus.log.handler.file.audit-file.format", "%s%n");
        values.put("quarkus.log.handler.file.audit-file.rotation.rotate-on-boot", "false");
        values.putAll(settings);
        return new ServiceConfig(values);
    }

    /** Below the service's working folder, where it looks for it. */
    void writeTo(Folder folder) {
        Folder config = Folder.of(Optional.of(folder.resolve("config")), "");
        config.write("application.properties", values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue() + "\n")
                .collect(Collectors.joining()));
    }
}
