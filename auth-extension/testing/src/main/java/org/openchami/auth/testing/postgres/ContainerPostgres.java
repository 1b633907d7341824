package org.openchami.auth.testing.postgres;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

import org.openchami.auth.testing.container.Engine;
import org.openchami.auth.testing.container.RunningContainer;
import org.openchami.auth.testing.kind.CannotStart;
import org.openchami.auth.testing.port.FreePort;
import org.testcontainers.containers.Network;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container, on a network of its own that other containers can join. */
public final class ContainerPostgres extends Postgres {
    private static final String IMAGE = "postgres:15";
    private static final String ALIAS = "postgres";
    private static final int PORT_INSIDE = 5432;

    private final Network network;
    private final PostgreSQLContainer container;

    private ContainerPostgres(int port, String password, Network network) {
        super(port, password);
        this.network = network;
        this.container = new PostgreSQLContainer(IMAGE)
                .withNetwork(network)
                .withNetworkAliases(ALIAS)
                .withUsername(user())
                .withPassword(password)
                .withDatabaseName(DATABASE)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300")
                .withCreateContainerCmdModifier(RunningContainer.publish(Map.of(PORT_INSIDE, port)));
    }

    static Postgres run(PostgresOptions options) {
        if (options.dataDirectory().isPresent()) {
            throw new CannotStart("a data directory to keep is asked for, which only the embedded kind has");
        }
        Engine.require(IMAGE);
        ContainerPostgres started = new ContainerPostgres(options.port().orElseGet(FreePort::next), UUID.randomUUID().toString(),
                Network.newNetwork());
        try {
            started.container.start();
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** The network on which other containers reach this server by {@link #dsnInside}. */
    public Network network() {
        return network;
    }

    /** What {@link #dsn} is, as a container on {@link #network} must write it. */
    public String dsnInside(String database) {
        return dsn(database).replace("127.0.0.1:" + port(), ALIAS + ":" + PORT_INSIDE);
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
        return handle().alive();
    }

    @Override
    public void stop() {
        handle().stop();
    }

    @Override
    public void restart() {
        stop();
        handle().start();
        awaitAnswer(Duration.ofSeconds(60));
    }

    @Override
    public void pause() {
        handle().pause();
    }

    @Override
    public void resume() {
        handle().resume();
    }

    @Override
    public void close() {
        container.stop();
        network.close();
    }

    private RunningContainer handle() {
        return new RunningContainer(container);
    }
}
