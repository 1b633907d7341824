package org.openchami.auth.testing.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.container.Engine;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.kind.CannotStart;
import org.openchami.auth.testing.user.UserLogin;

class ContainerHydraTest {
    private static final String POSTGRES_KIND = "openchami.testing.postgres";

    private String kindBefore;

    @BeforeEach
    void requireEngine() {
        try {
            Engine.require("oryd/hydra:v2.3.0");
            Engine.require("postgres:15");
        } catch (CannotStart e) {
            abort("No containers here: " + e.getMessage());
        }
        kindBefore = System.getProperty(POSTGRES_KIND, "");
        System.setProperty(POSTGRES_KIND, "container");
    }

    @AfterEach
    void restoreKind() {
        System.setProperty(POSTGRES_KIND, kindBefore == null ? "" : kindBefore);
    }

    @Test
    void aContainerLogsAUserInAlsoAfterAPauseAndARestart() {
        try (Hydra hydra = ContainerHydra.run(HydraOptions.defaults())) {
            assertThat(hydra.kind()).isEqualTo("container");
            assertThat(UserLogin.token(hydra.publicUrl(), hydra.adminUrl())).isNotEmpty();
            hydra.pause();
            hydra.resume();
            hydra.restart();
            assertThat(UserLogin.token(hydra.publicUrl(), hydra.adminUrl())).isNotEmpty();
            assertThat(hydra.clientIds()).containsExactly("openchami-cli");
            hydra.stop();
            assertThat(hydra.alive()).isFalse();
        }
    }

    @Test
    void itsPortsAreLoopbackPortsThatWereAskedFor() {
        Address address = Address.of(HydraOptions.defaults());
        try (Hydra hydra = ContainerHydra.run(HydraOptions.defaults().withPorts(address.publicPort(), address.adminPort()))) {
            assertThat(Call.to(address.publicUrl(), "/.well-known/jwks.json").get().status()).isEqualTo(200);
            assertThat(hydra.issuer()).isEqualTo(address.issuer());
        }
    }
}
