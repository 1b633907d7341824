package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.token.DpopKey;
import org.openchami.it.refusal.Refused;

/** Routes where a token alone is not enough. smd as it is packaged asks for no client certificates, so there none will do. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTest {
    private static final DpopKey KEY = DpopKey.with("ES256");
    private static final String CERTIFICATE = "{\"x5t#S256\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\"}";

    private final SettingsWorld world;
    private final String bound;

    ProofTest(SettingsWorld world) {
        this.world = world;
        this.bound = world.user().claim("cnf", "{\"jkt\":\"" + KEY.thumbprint() + "\"}").sign();
    }

    private Call bearer(String path, String token) {
        return world.call(path).header("Authorization", "Bearer " + token);
    }

    private Call proven(String path, String provenPath) {
        return world.call(path).header("Authorization", "DPoP " + bound).header("DPoP",
                KEY.proof(Instant.now(), "GET", world.world().smd().url() + provenPath, bound));
    }

    private static void isRefused(Answer answer, String challenge) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith(challenge);
    }

    @Test
    void anyProof() {
        assertThat(proven(SettingsWorld.PROVEN, SettingsWorld.PROVEN).get().status()).isEqualTo(200);
        Refused.INVALID_TOKEN.is(bearer(SettingsWorld.PROVEN, world.user().sign()).get());
        isRefused(bearer(SettingsWorld.PROVEN, bound).get(), "DPoP error=\"invalid_token\"");
        isRefused(proven(SettingsWorld.PROVEN, SecurityWorld.PATH).get(), "DPoP error=\"invalid_dpop_proof\"");
    }

    @Test
    void certificateAlone() {
        Refused.INVALID_TOKEN.is(bearer(SettingsWorld.CERTIFIED, world.user().sign()).get());
        Refused.INVALID_TOKEN.is(bearer(SettingsWorld.CERTIFIED, world.user().claim("cnf", CERTIFICATE).sign()).get());
        Refused.INVALID_TOKEN.is(proven(SettingsWorld.CERTIFIED, SettingsWorld.CERTIFIED).get());
    }

    /** What a token says of itself counts where nothing is demanded, too. */
    @Test
    void boundTokenWhereNoProofIsDemanded() {
        assertThat(bearer(SecurityWorld.PATH, world.user().sign()).get().status()).isEqualTo(200);
        assertThat(proven(SecurityWorld.PATH, SecurityWorld.PATH).get().status()).isEqualTo(200);
        isRefused(bearer(SecurityWorld.PATH, bound).get(), "DPoP error=\"invalid_token\"");
        Refused.INVALID_TOKEN.is(bearer(SecurityWorld.PATH, world.user().claim("cnf", CERTIFICATE).sign()).get());
    }
}
