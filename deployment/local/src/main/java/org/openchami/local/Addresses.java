package org.openchami.local;

/** Where the four listen; smd and bss as origins, without a path. */
record Addresses(String hydra, String hydraAdmin, String smd, String bss, String postgres) {
    static Addresses of(Ports ports) {
        return new Addresses(origin(ports.hydraPublic()), origin(ports.hydraAdmin()), origin(ports.smd()), origin(ports.bss()),
                "127.0.0.1:" + ports.postgres());
    }

    private static String origin(int port) {
        return "http://127.0.0.1:" + port;
    }
}
