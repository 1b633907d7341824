package org.openchami.auth.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.testng.IExecutionListener;

/** The port of all applications of a run: the TCK writes it into their configuration before they start. */
public class FreePort implements IExecutionListener {
    /** The TCK's name for the address of an application, with a slash at the end. */
    static final String BASE = "mp.jwt.tck.jwks.baseURL";

    @Override
    public void onExecutionStart() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty("quarkus.http.test-port", Integer.toString(socket.getLocalPort()));
            System.setProperty(BASE, "http://localhost:" + socket.getLocalPort() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
