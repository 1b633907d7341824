package org.openchami.it.container;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;

/**
 * All four, each as a container, on one network of their own: bss and smd from their Dockerfiles. The services are started
 * together with Hydra, not after it, as an orchestrator does.
 */
final class ContainerSystem implements AutoCloseable {
    private static final int SMD_PORT = 27779;
    private static final int BSS_PORT = 27778;

    private final Network network = Network.newNetwork();
    private final Backing backing = new Backing(network);
    private final GenericContainer<?> smd = service("smd", SMD_PORT)
            .withEnv("OPENCHAMI_AUTH_CLIENTS_BSS_JWKS", "http://bss:" + BSS_PORT + "/q/auth/jwks.json")
            .withEnv("OPENCHAMI_AUTH_CLIENTS_BSS_SCOPES", "smd.read")
            .withEnv("OPENCHAMI_AUTH_CLIENTS_BSS_ORIGINS", "node,service,unknown");
    private final GenericContainer<?> bss = service("bss", BSS_PORT)
            .withEnv("OPENCHAMI_AUTH_REGISTRATION_URL", Backing.ADMIN)
            .withEnv("OPENCHAMI_AUTH_PEERS_SMD_URL", "http://smd:" + SMD_PORT)
            .withEnv("OPENCHAMI_AUTH_TRUSTED_PROXIES", subnet());

    void start() {
        Startables.deepStart(backing.hydra, smd, bss).join();
    }

    Backing backing() {
        return backing;
    }

    URI smd() {
        return Backing.published(smd, SMD_PORT);
    }

    URI bss() {
        return Backing.published(bss, BSS_PORT);
    }

    AuditLog smdAudit() {
        return new AuditLog(smd);
    }

    AuditLog bssAudit() {
        return new AuditLog(bss);
    }

    private GenericContainer<?> service(String name, int port) {
        String database = name.toUpperCase(Locale.ROOT) + "_DATABASE_";
        return new GenericContainer<>(ServiceImage.of(name))
                .withNetwork(network).withNetworkAliases(name)
                .withEnv(database + "URL", "postgresql://postgres:5432/" + name)
                .withEnv(database + "USER", name)
                .withEnv(database + "PASSWORD", backing.password())
                .withEnv("OPENCHAMI_AUTH_AUTHORITY", Backing.ISSUER)
                .withExposedPorts(port)
                .dependsOn(backing.postgres)
                .waitingFor(Wait.forHttp("/q/health/ready").forPort(port).withStartupTimeout(Duration.ofSeconds(180)));
    }

    /** What comes through a published port has the network's gateway for its source. */
    private String subnet() {
        return DockerClientFactory.lazyClient().inspectNetworkCmd().withNetworkId(network.getId()).exec()
                .getIpam().getConfig().get(0).getSubnet();
    }

    @Override
    public void close() {
        Stream.of(bss, smd, backing.hydra, backing.postgres).forEach(GenericContainer::stop);
        network.close();
    }
}
