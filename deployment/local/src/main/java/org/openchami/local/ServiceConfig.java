package org.openchami.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The {@code config/application.properties} of a service, as an operator would write it. */
record ServiceConfig(String name, Map<String, String> values) {

    static ServiceConfig smd(Addresses addresses, Ports ports, String databasePassword) {
        Map<String, String> values = common("smd", ports.smd(), addresses, databasePassword);
        values.put("openchami.auth.clients.bss.jwks", addresses.bss() + "/q/auth/jwks.json");
        values.put("openchami.auth.clients.bss.scopes", "smd.read");
        values.put("openchami.auth.clients.bss.origins", "node,service,unknown");
        return new ServiceConfig("smd", values);
    }

    static ServiceConfig bss(Addresses addresses, Ports ports, String databasePassword) {
        Map<String, String> values = common("bss", ports.bss(), addresses, databasePassword);
        values.put("openchami.auth.registration.url", addresses.hydraAdmin());
        values.put("openchami.auth.peers.smd.url", addresses.smd());
        values.put("openchami.auth.trusted-proxies", "127.0.0.1/32");
        values.put("openchami.auth.store.directory", "state/auth");
        return new ServiceConfig("bss", values);
    }

    private static Map<String, String> common(String name, int port, Addresses addresses, String databasePassword) {
        Map<String, String> values = new TreeMap<>();
        values.put("quarkus.http.host", "127.0.0.1");
        values.put("quarkus.http.port", Integer.toString(port));
        values.put("openchami.auth.authority", addresses.hydra());
        values.put(name + ".database.url", "postgresql://" + addresses.postgres() + "/" + name);
        values.put(name + ".database.user", name);
        values.put(name + ".database.password", databasePassword);
        values.put("quarkus.log.category.\"openchami.audit\".handlers", "audit-file");
        values.put("quarkus.log.handler.file.audit-file.enabled", "true");
        values.put("quarkus.log.handler.file.audit-file.path", "audit.log");
        values.put("quarkus.log.handler.file.audit-file.format", "%s%n");
        values.put("quarkus.log.handler.file.audit-file.rotation.rotate-on-boot", "false");
        return values;
    }

    /** Writes it below the service's working folder. */
    void writeTo(Path folder) {
        String lines = values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue() + "\n")
                .collect(Collectors.joining());
        PrivateFile.write(PrivateFile.folder(folder.resolve("config")).resolve("application.properties"), lines);
    }
}
