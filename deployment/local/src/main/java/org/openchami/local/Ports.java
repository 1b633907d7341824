package org.openchami.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The loopback ports of one local run: the well-known ones, moved together by {@code OPENCHAMI_PORT_OFFSET}. */
record Ports(int hydraPublic, int hydraAdmin, int postgres, int smd, int bss) {
    static final String OFFSET = "OPENCHAMI_PORT_OFFSET";
    private static final int HIGHEST_OFFSET = 65535 - 27779;

    static Ports of(Map<String, String> environment) {
        int offset = offset(environment.getOrDefault(OFFSET, "0"));
        return new Ports(4444 + offset, 4445 + offset, 27432 + offset, 27779 + offset, 27778 + offset);
    }

    /** The first port that somebody else listens on, with whose it was to be. */
    Optional<String> taken() {
        return byOwner().entrySet().stream()
                .filter(port -> isTaken(port.getValue()))
                .map(port -> "port " + port.getValue() + " (" + port.getKey() + ")")
                .findFirst();
    }

    private Map<String, Integer> byOwner() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("Hydra, public", hydraPublic);
        ports.put("Hydra, admin", hydraAdmin);
        ports.put("PostgreSQL", postgres);
        ports.put("smd", smd);
        ports.put("bss", bss);
        return ports;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // connections of the run before may still linger in TIME_WAIT
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int offset(String text) {
        try {
            int offset = Integer.parseInt(text.strip());
            if (offset >= 0 && offset <= HIGHEST_OFFSET) {
                return offset;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LocalFailure(OFFSET + " is '" + text + "'; it must be a whole number from 0 to " + HIGHEST_OFFSET + ".");
    }
}
