package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.refusal.Refused;

/** What smd's operator allows a service, each rule with one whom it lets in and one whom it does not; the tokens are the same. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientRulesTest {
    private static final String PATH = SecurityWorld.PATH;
    private static final String GONE = PATH + "/x9999c0s0b0n0";
    private static final Refused NO_WRITING = new Refused(403, "Bearer error=\"insufficient_scope\", scope=\"smd.write\"",
            "insufficient scope\n");

    private final SettingsWorld world;

    ClientRulesTest(SettingsWorld world) {
        this.world = world;
    }

    private Call through(String id, String forwarded) {
        return world.callOf(id, PATH).header("X-Forwarded-For", forwarded);
    }

    @Test
    void accessRead() {
        assertThat(world.callOf("reader", PATH).get().status()).isEqualTo(200);
        NO_WRITING.is(world.callOf("reader", GONE).delete());
        NO_WRITING.is(world.callOf("reader", PATH).json("POST", "{}"));
        assertThat(world.callOf("writer", GONE).delete().status()).isEqualTo(404);
    }

    @Test
    void keyThumbprints() {
        assertThat(world.callOf("pinned", PATH).get().status()).isEqualTo(200);
        Refused.INSUFFICIENT_CONTEXT.is(world.callOf("mispinned", PATH).get());
    }

    @Test
    void networkByName() {
        assertThat(world.callOf("near", PATH).get().status()).isEqualTo(200);
        Refused.INSUFFICIENT_SCOPE.is(world.callOf("remote", PATH).get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "203.0.113.9, 198.51.100.7", "198.51.100.7, 127.0.0.1"})
    void allowedAddressThroughATrustedProxy(String forwarded) {
        assertThat(through("remote", forwarded).get().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "198.51.100.7, 203.0.113.9", "198.51.101.7", "198.51.100.7.evil.example", "198.51.100", "",
            "field"})
    void otherAddressThroughATrustedProxy(String forwarded) {
        Refused.INSUFFICIENT_SCOPE.is(through("remote", forwarded).get());
    }

    /** The proxy says of whom it comes, also where the rule is about the neighbours. */
    @Test
    void neighbourThroughATrustedProxyIsNoNeighbour() {
        Refused.INSUFFICIENT_SCOPE.is(through("near", "198.51.100.7").get());
    }

    @Test
    void headerOfAnotherNameThroughATrustedProxy() {
        Refused.INSUFFICIENT_SCOPE
                .is(world.callOf("remote", PATH).header("Forwarded", "for=198.51.100.7").header("X-Real-IP", "198.51.100.7")
                        .get());
    }

    /** {@code unknown-clients=allow-without-scopes}; the default refuses it on public routes, too. */
    @Test
    void unknownClientWithoutScopes() {
        String stranger = "Bearer " + world.token("stranger");
        Refused.INSUFFICIENT_SCOPE.is(world.call(PATH).header("Authorization", stranger).get());
        Answer whoami = world.call("/q/auth/whoami").header("Authorization", stranger).get();
        assertThat(whoami.status()).isEqualTo(200);
        assertThat(whoami.json().getJsonArray("scopes")).isEmpty();
        assertThat(whoami.json().getJsonObject("principal").getString("id")).isEqualTo("stranger");
    }
}
