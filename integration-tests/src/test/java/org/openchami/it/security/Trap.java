package org.openchami.it.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** An attacker's address on this machine. It counts who connects, and says nothing. */
final class Trap implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    private Trap(ServerSocket socket) {
        this.socket = socket;
    }

    static Trap lay() {
        try {
            Trap trap = new Trap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(trap::count, "trap");
            thread.setDaemon(true);
            thread.start();
            return trap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count() {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                connections.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
