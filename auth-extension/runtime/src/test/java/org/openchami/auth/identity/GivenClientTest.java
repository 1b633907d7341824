package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.secret.FileOf;

/** An operator registered our client, and the token endpoint refuses it: an outage is no matter of the operator's, and a wrong key is. */
class GivenClientTest {
    /** Within the pause between two tries that somebody must mend. */
    private static final Duration SOON = Duration.ofSeconds(5);
    /** The third try or the fourth comes later than two seconds after the first. */
    private static final Duration A_FEW_TRIES = Duration.ofSeconds(7);
    private static final Duration LONG = Duration.ofMinutes(1);
    @TempDir
    private Path folder;
    private String kid;
    private IdentityWorld world;

    @BeforeEach
    void given() throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        kid = key.calculateBase64urlEncodedThumbprint("SHA-256");
        Path file = FileOf.secret(folder.resolve("key"), key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        world = new IdentityWorld("openchami.auth.registration.kind", "given", "openchami.auth.client.id", "bss-7",
                "openchami.auth.client.key-file", file.toString());
    }

    private void register(String registered) {
        world.authority.clients.put("bss-7", new PlayedAuthority.Client(List.of(registered), Optional.empty()));
    }

    private IdentitySnapshot after(Identity identity, Duration span) {
        world.pass(span);
        return identity.snapshot();
    }

    @Test
    void whileTheKeySetCanNotBeReadNobodyIsNamed() {
        world.authority.keySetRead = false;
        IdentitySnapshot ended = after(world.start(), LONG);

        assertThat(ended.state()).isEqualTo(IdentityState.ENDED);
        assertThat(ended.problem().orElseThrow()).contains("invalid_client").doesNotContain("Cure", "operator");
    }

    @Test
    void oneRefusalProvesNothingThoughTheKeySetCanBeRead() {
        assertThat(after(world.start(), Duration.ofMillis(400)).state()).isEqualTo(IdentityState.ENDED);
    }

    @Test
    void aRefusalThatLastsWhileTheKeySetCanBeReadIsTheOperatorsMatter() {
        IdentitySnapshot refused = after(world.start(), A_FEW_TRIES);

        assertThat(refused.state()).isEqualTo(IdentityState.REFUSED);
        assertThat(refused.problem().orElseThrow()).contains("invalid_client", "the authority's keys can be read",
                "Cure: compare openchami.auth.client.id");
    }

    @Test
    void aKeyThatTheClientDoesNotHaveIsTheOperatorsMatterToo() {
        register("another");

        assertThat(after(world.start(), A_FEW_TRIES).state()).isEqualTo(IdentityState.REFUSED);
    }

    @Test
    void anOutageThatFollowsIsNoMatterOfTheOperatorsAnyMore() {
        Identity identity = world.start();
        assertThat(after(identity, A_FEW_TRIES).state()).isEqualTo(IdentityState.REFUSED);
        world.authority.keySetRead = false;

        assertThat(after(identity, SOON).state()).isEqualTo(IdentityState.ENDED);
    }

    @Test
    void anOutageWhileATokenIsHeldMakesItStaleAndNoMore() {
        register(kid);
        Identity identity = world.start();
        world.pass(SOON);
        world.authority.clients.clear();
        world.authority.keySetRead = false;
        world.seen.clear();
        world.pass(PlayedAuthority.LIFE.minusSeconds(30));

        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.STALE);
        assertThat(world.seen).extracting(IdentitySnapshot::state).doesNotContain(IdentityState.REFUSED);
    }

    @Test
    void theOperatorsCureIsTakenWithoutARestart() {
        Identity identity = world.start();
        world.pass(LONG);
        register(kid);

        assertThat(after(identity, SOON).state()).isEqualTo(IdentityState.TOKEN_HELD);
    }

    @Test
    void nothingIsRegisteredAndNothingRepaired() {
        world.start();
        world.pass(LONG);

        assertThat(world.authority.calls).containsOnly("token bss-7");
    }
}
