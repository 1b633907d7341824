package org.openchami.it.container;

import static org.openchami.it.container.ServiceImage.PROJECT;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** PostgreSQL and Hydra with its migration, as the compose file has them; Hydra is migrated and started after PostgreSQL. */
final class Backing {
    static final String ISSUER = "http://hydra:4444";
    static final String ADMIN = "http://hydra:4445";

    final GenericContainer<?> postgres;
    final GenericContainer<?> hydra;
    private final String password = UUID.randomUUID().toString();

    Backing(Network network) {
        postgres = new GenericContainer<>(ContainersThere.POSTGRES)
                .withNetwork(network).withNetworkAliases("postgres")
                .withEnv("POSTGRES_PASSWORD", password)
                .withEnv("HYDRA_DATABASE_PASSWORD", password)
                .withEnv("SMD_DATABASE_PASSWORD", password)
                .withEnv("BSS_DATABASE_PASSWORD", password)
                .withCopyFileToContainer(MountableFile.forHostPath(PROJECT.resolve("deployment/compose/databases.sh"), 0755),
                        "/docker-entrypoint-initdb.d/databases.sh")
                .withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=off")
                // the first time is the server that makes the databases
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\n", 2));
        GenericContainer<?> migration = hydra(network).withCommand("migrate", "sql", "-e", "--yes")
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(Duration.ofSeconds(60)))
                .dependsOn(postgres);
        hydra = hydra(network).withNetworkAliases("hydra")
                .withEnv("SECRETS_SYSTEM", UUID.randomUUID().toString())
                .withEnv("URLS_SELF_ISSUER", ISSUER)
                .withEnv("URLS_SELF_PUBLIC", ISSUER)
                .withEnv("URLS_SELF_ADMIN", ADMIN)
                .withEnv("STRATEGIES_ACCESS_TOKEN", "jwt")
                .withCommand("serve", "all", "--dev", "--sqa-opt-out")
                .withExposedPorts(4444, 4445)
                // the first look makes two RSA keys, and one that gives up early would make them start over
                .waitingFor(Wait.forHttp("/.well-known/jwks.json").forPort(4444).withReadTimeout(Duration.ofSeconds(20)))
                .dependsOn(migration);
    }

    String password() {
        return password;
    }

    URI publicUrl() {
        return published(hydra, 4444);
    }

    URI adminUrl() {
        return published(hydra, 4445);
    }

    static URI published(GenericContainer<?> container, int port) {
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port));
    }

    private GenericContainer<?> hydra(Network network) {
        return new GenericContainer<>(ContainersThere.HYDRA).withNetwork(network).withEnv("DSN",
                "postgres://hydra:" + password + "@postgres:5432/hydra?sslmode=disable&max_conns=64&max_idle_conns=8");
    }
}
