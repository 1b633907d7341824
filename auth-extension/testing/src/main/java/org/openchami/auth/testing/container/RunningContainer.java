package org.openchami.auth.testing.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.testcontainers.containers.GenericContainer;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;

/**
 * Stops, starts and freezes one container without losing what is in it (Testcontainers' own {@code stop} removes the
 * container).
 */
public record RunningContainer(GenericContainer<?> container) {
    /** Publishes ports of the container on chosen loopback ports, so that they are the same after a new start. */
    public static Consumer<CreateContainerCmd> publish(Map<Integer, Integer> insideToLoopback) {
        List<PortBinding> bindings = new ArrayList<>();
        insideToLoopback.forEach((inside, port) -> bindings
                .add(new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", port), ExposedPort.tcp(inside))));
        return create -> create.getHostConfig().withPortBindings(bindings);
    }

    public boolean alive() {
        try {
            return container.getContainerId() != null
                    && Boolean.TRUE.equals(docker().inspectContainerCmd(container.getContainerId()).exec().getState().getRunning());
        } catch (DockerException gone) {
            return false;
        }
    }

    public void stop() {
        try {
            docker().stopContainerCmd(container.getContainerId()).withTimeout(5).exec();
        } catch (NotModifiedException alreadyStopped) {
            return;
        }
    }

    /** In mid-air (SIGKILL). */
    public void kill() {
        docker().killContainerCmd(container.getContainerId()).exec();
    }

    public void start() {
        try {
            docker().startContainerCmd(container.getContainerId()).exec();
        } catch (NotModifiedException alreadyRuns) {
            return;
        }
    }

    public void pause() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    public void resume() {
        docker().unpauseContainerCmd(container.getContainerId()).exec();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
