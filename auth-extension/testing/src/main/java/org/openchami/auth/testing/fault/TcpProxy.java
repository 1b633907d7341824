package org.openchami.auth.testing.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.openchami.auth.testing.port.FreePort;

/**
 * A loopback proxy between a client and a server, whose line can be slow, silent or cut, and healed again. It knows only
 * bytes, so it serves HTTP and PostgreSQL alike.
 */
public final class TcpProxy implements AutoCloseable {
    private final int port = FreePort.next();
    private final InetSocketAddress target;
    private final Listener listener;
    private final Line line = new Line();
    private final AtomicLong connections = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proxy to port " + target().getPort());
        thread.setDaemon(true);
        return thread;
    });
    private ServerSocket entrance;

    private TcpProxy(String host, int targetPort, Listener listener) {
        this.target = new InetSocketAddress(host, targetPort);
        this.listener = listener;
    }

    public static TcpProxy start(String targetHost, int targetPort) {
        return start(targetHost, targetPort, Listener.NOBODY);
    }

    public static TcpProxy start(String targetHost, int targetPort, Listener listener) {
        TcpProxy proxy = new TcpProxy(targetHost, targetPort, listener);
        proxy.heal();
        return proxy;
    }

    /** Where clients connect; the same while cut and healed. */
    public int port() {
        return port;
    }

    /** Each piece of an answer comes that much later. */
    public void delay(Duration later) {
        line.slow(later);
    }

    /** Connections are taken and stay, but nothing passes any more, until {@link #heal()} lets the held bytes go on. */
    public void hang() {
        line.silence();
    }

    /** Ends all connections and refuses new ones. */
    public synchronized void cut() {
        close(entrance);
        entrance = null;
        endConnections();
    }

    /** New ones are taken all the while. */
    void endConnections() {
        open.forEach(TcpProxy::close);
        open.clear();
    }

    /** Undoes {@link #delay}, {@link #hang} and {@link #cut}; connections that were cut stay ended. */
    public synchronized void heal() {
        line.clear();
        if (entrance == null) {
            try {
                ServerSocket opened = new ServerSocket();
                opened.setReuseAddress(true);
                opened.bind(new InetSocketAddress("127.0.0.1", port));
                entrance = opened;
                threads.execute(() -> accept(opened));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        line.clear();
        cut();
        threads.shutdownNow();
    }

    private InetSocketAddress target() {
        return target;
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                open.add(client);
                threads.execute(() -> join(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) {
        Socket server = new Socket();
        open.add(server);
        long connection = connections.incrementAndGet();
        try {
            line.passRequest();
            server.connect(target, 5_000);
            threads.execute(() -> pump(client, server, bytes -> listener.sent(connection, bytes), line::passRequest));
            pump(server, client, bytes -> listener.answered(connection, bytes), line::passAnswer);
        } catch (IOException refused) {
            end(client, server);
        }
    }

    private void pump(Socket from, Socket to, Consumer<ByteBuffer> heard, Runnable gate) {
        byte[] chunk = new byte[16_384];
        try {
            for (int length = from.getInputStream().read(chunk); length >= 0; length = from.getInputStream().read(chunk)) {
                heard.accept(ByteBuffer.wrap(chunk, 0, length).asReadOnlyBuffer());
                gate.run();
                to.getOutputStream().write(chunk, 0, length);
            }
        } catch (IOException ended) {
            end(from, to);
        }
        end(from, to);
    }

    private void end(Socket one, Socket other) {
        close(one);
        close(other);
        open.remove(one);
        open.remove(other);
    }

    private static void close(AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("A socket that can't be closed", e);
        }
    }
}
