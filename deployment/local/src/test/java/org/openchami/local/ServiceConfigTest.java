package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceConfigTest {
    private final Ports ports = Ports.of(Map.of());
    private final Addresses addresses = Addresses.of(ports);

    @TempDir
    Path folder;

    @Test
    void bssKnowsItsAuthorityItsPeerAndItsGateway() throws IOException {
        Properties written = written(ServiceConfig.bss(addresses, ports, "secret"));
        assertThat(written).containsEntry("openchami.auth.authority", "http://127.0.0.1:4444")
                .containsEntry("openchami.auth.registration.url", "http://127.0.0.1:4445")
                .containsEntry("openchami.auth.peers.smd.url", "http://127.0.0.1:27779")
                .containsEntry("openchami.auth.trusted-proxies", "127.0.0.1/32")
                .containsEntry("bss.database.url", "postgresql://127.0.0.1:27432/bss");
    }

    @Test
    void smdKnowsWhatBssMayDoAndWhereItsKeysAre() throws IOException {
        Properties written = written(ServiceConfig.smd(addresses, ports, "secret"));
        assertThat(written).containsEntry("openchami.auth.clients.bss.jwks", "http://127.0.0.1:27778/q/auth/jwks.json")
                .containsEntry("openchami.auth.clients.bss.scopes", "smd.read")
                .doesNotContainKey("openchami.auth.registration.url");
    }

    @Test
    void auditRecordsGoToAFileOfTheirOwn() throws IOException {
        Properties written = written(ServiceConfig.smd(addresses, ports, "secret"));
        assertThat(written).containsEntry("quarkus.log.category.\"openchami.audit\".handlers", "audit-file")
                .containsEntry("quarkus.log.handler.file.audit-file.format", "%s%n");
    }

    private Properties written(ServiceConfig config) throws IOException {
        config.writeTo(folder);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("config").resolve("application.properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
