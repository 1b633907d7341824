package org.openchami.auth.testing.hydra;

import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

import org.openchami.auth.testing.kind.FirstThatStarts;

/**
 * An Ory Hydra v2.3 on loopback ports that can be stopped, frozen, wiped, and made to rotate its keys. The first of
 * these that works: the container {@code oryd/hydra:v2.3.0}, {@code hydra} on the PATH, Hydra built by the Go toolchain
 * (once, about a minute), an authority inside this JVM that behaves like Hydra but is not. The property
 * {@code openchami.testing.hydra} (or the environment variable {@code OPENCHAMI_TESTING_HYDRA}) forces
 * {@code container}, {@code path}, {@code go} or {@code jvm}; a forced kind that can't start is a failure.
 */
public abstract class Hydra implements AutoCloseable {
    private final Address address;

    Hydra(Address address) {
        this.address = address;
    }

    public static Hydra start() {
        return start(HydraOptions.defaults());
    }

    public static Hydra start(HydraOptions options) {
        return new FirstThatStarts<Hydra>("Hydra", "openchami.testing.hydra")
                .or("container", () -> ContainerHydra.run(options))
                .or("path", () -> ProcessHydra.run("path", HydraOnPath.find(), options))
                .or("go", () -> ProcessHydra.run("go", HydraFromSource.build(), options))
                .or("jvm", () -> JvmHydra.run(options))
                .start();
    }

    final Address address() {
        return address;
    }

    /** The {@code iss} of its tokens. */
    public final String issuer() {
        return address.issuer();
    }

    /** Origin of the public API, no trailing slash. */
    public final URI publicUrl() {
        return address.publicUrl();
    }

    /** Origin of the admin API, no trailing slash. It asks nobody for credentials. */
    public final URI adminUrl() {
        return address.adminUrl();
    }

    /** {@code container}, {@code path}, {@code go} or {@code jvm}. */
    public abstract String kind();

    /** The server, where it is a process of this machine that a signal reaches. */
    public abstract OptionalLong pid();

    public abstract boolean alive();

    /** Ends the server; its data and ports stay for {@link #restart()}. */
    public abstract void stop();

    /** Ends the server in mid-air (SIGKILL); its data and ports stay for {@link #restart()}. */
    public abstract void kill();

    /** Starts the server again (it may have been stopped, or have died) on the same ports with the same data. */
    public abstract void restart();

    /** The server freezes: connections are taken, nothing is answered, until {@link #resume()}. */
    public abstract void pause();

    public abstract void resume();

    /** All clients, tokens and keys are gone: a fresh authority at the old address. */
    public abstract void wipe();

    /** A new key signs from now on; the old public keys stay published until {@link #retireOldKeys()}. */
    public final void rotateKeys() {
        keys().rotate();
    }

    /** Withdraws all signing keys but the newest. */
    public final void retireOldKeys() {
        keys().retireOld();
    }

    /** Until {@link #restoreSystemSecret()} it can read neither its signing keys nor any token that it handed out before. */
    public abstract void loseSystemSecret();

    public abstract void restoreSystemSecret();

    /** @throws UnsupportedOperationException if it has none */
    public abstract DatabaseFaults database();

    public final HydraClient client(String id) {
        return new HydraClient(adminUrl(), id);
    }

    public final void deleteClient(String id) {
        client(id).delete();
    }

    public final List<String> clientIds() {
        return new Clients(adminUrl()).ids();
    }

    abstract SigningKeys keys();

    /** Ends the server for good; data that no option keeps is gone. */
    @Override
    public abstract void close();
}
