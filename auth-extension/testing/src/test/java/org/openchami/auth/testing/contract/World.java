package org.openchami.auth.testing.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.testing.authority.Authority;
import org.openchami.auth.testing.authority.AuthorityOptions;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.hydra.HydraOptions;
import org.openchami.auth.testing.port.FreePort;

/** The two authorities that must agree: a Hydra, of whatever real kind this machine has, and the one inside the JVM. */
enum World {
    HYDRA,
    JVM;

    private Endpoints endpoints;
    private AutoCloseable server;

    synchronized Endpoints endpoints() {
        if (server == null) {
            if (this == JVM) {
                startAuthority();
            } else {
                startHydra();
            }
        }
        return Optional.ofNullable(endpoints).orElseGet(() -> abort("No real Hydra can be had here, so there is nothing to compare with"));
    }

    synchronized void end() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private void startHydra() {
        Hydra hydra = Hydra.start(HydraOptions.defaults().withRegistration());
        server = hydra;
        if (!hydra.kind().equals("jvm")) {
            endpoints = new Endpoints(hydra.publicUrl(), hydra.adminUrl());
        }
    }

    private void startAuthority() {
        int port = FreePort.next();
        Authority authority = Authority.start(new AuthorityOptions(port, FreePort.next(), "http://127.0.0.1:" + port, Duration.ofMinutes(5),
                true, Optional.empty(), Clock.systemUTC()));
        server = authority;
        endpoints = new Endpoints(authority.publicUrl(), authority.adminUrl());
    }
}
