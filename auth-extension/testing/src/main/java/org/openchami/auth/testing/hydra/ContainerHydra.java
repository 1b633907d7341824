package org.openchami.auth.testing.hydra;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

import org.openchami.auth.testing.container.Engine;
import org.openchami.auth.testing.container.RunningContainer;
import org.openchami.auth.testing.kind.CannotStart;
import org.openchami.auth.testing.postgres.ContainerPostgres;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** Hydra's image beside a PostgreSQL that is a container too. */
final class ContainerHydra extends RealHydra {
    private static final DockerImageName IMAGE = DockerImageName.parse("oryd/hydra:v2.3.0");
    private static final String CONFIG = "/etc/hydra.json";
    private static final int PUBLIC_INSIDE = 4444;
    private static final int ADMIN_INSIDE = 4445;

    private final HydraOptions options;
    private final ContainerPostgres postgres;
    private final RunningContainer server;
    private final GenericContainer<?> container;

    private ContainerHydra(HydraOptions options, Address address, Database database, ContainerPostgres postgres) {
        super(address, database, options.signingAlgorithm());
        this.options = options;
        this.postgres = postgres;
        this.container = hydra(HydraConfig.json(options, address, postgres.dsnInside(database.name()), HydraConfig.newSystemSecret(),
                new HydraConfig.Listening("0.0.0.0", PUBLIC_INSIDE, ADMIN_INSIDE)))
                .withCommand("serve", "all", "--dev", "--sqa-opt-out", "-c", CONFIG)
                .withExposedPorts(PUBLIC_INSIDE, ADMIN_INSIDE)
                .withCreateContainerCmdModifier(RunningContainer
                        .publish(Map.of(PUBLIC_INSIDE, address.publicPort(), ADMIN_INSIDE, address.adminPort())))
                .waitingFor(Wait.forHttp("/health/alive").forPort(ADMIN_INSIDE));
        this.server = new RunningContainer(container);
    }

    static Hydra run(HydraOptions options) {
        if (options.directory().isPresent()) {
            throw new CannotStart("a world to keep is asked for, which a container can't");
        }
        Engine.require(IMAGE.asCanonicalNameString());
        Address address = Address.of(options);
        Database database = Database.of(options);
        if (!(database.postgres() instanceof ContainerPostgres postgres)) {
            database.discard();
            throw new CannotStart("its PostgreSQL is no container, so a container can't reach it");
        }
        return new ContainerHydra(options, address, database, postgres).begin();
    }

    @Override
    public String kind() {
        return "container";
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    public boolean alive() {
        return server.alive();
    }

    @Override
    public void pause() {
        server.pause();
    }

    @Override
    public void resume() {
        server.resume();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void loseSystemSecret() {
        throw new UnsupportedOperationException("A container's configuration file can't be replaced in one step");
    }

    @Override
    public void restoreSystemSecret() {
        loseSystemSecret();
    }

    @Override
    void launch() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            server.start();
        }
    }

    @Override
    void halt() {
        if (container.getContainerId() != null) {
            server.stop();
        }
    }

    @Override
    void migrate(String databaseName) {
        try (GenericContainer<?> migration = hydra("{}")) {
            migration.withEnv("DSN", HydraConfig.dsn(postgres.dsnInside(databaseName), options))
                    .withCommand("migrate", "sql", "up", "-e", "--yes")
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(Duration.ofSeconds(60)))
                    .start();
        }
    }

    @Override
    String lastWords() {
        return container.getContainerId() == null ? "no container" : container.getLogs().lines().reduce((first, last) -> last).orElse("");
    }

    @Override
    void discard() {
        container.stop();
    }

    /** Readable for the image's own user, who is not the one that writes it. */
    private GenericContainer<?> hydra(String config) {
        return new GenericContainer<>(IMAGE).withNetwork(postgres.network())
                .withCopyToContainer(Transferable.of(config.getBytes(StandardCharsets.UTF_8), 0644), CONFIG);
    }
}
