package org.openchami.auth.test;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A peer named {@code gone} that answers 401 once, and is gone. */
public final class LastWords implements QuarkusTestResourceLifecycleManager {
    static final String URL = "openchami.auth.peers.gone.url";

    private ServerSocket door;

    @Override
    public Map<String, String> start() {
        try {
            door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread peer = new Thread(this::answerOnce, "last words");
        peer.setDaemon(true);
        peer.start();
        return Map.of(URL, "http://" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort());
    }

    private void answerOnce() {
        try (Socket caller = door.accept()) {
            door.close();
            byte[] request = new byte[16 * 1024];
            int length = 0;
            while (length < 4 || !new String(request, length - 4, 4, US_ASCII).equals("\r\n\r\n")) {
                length += caller.getInputStream().read(request, length, request.length - length);
            }
            caller.getOutputStream()
                    .write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
