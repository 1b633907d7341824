package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.secret.FileOf;

/** Somebody else gets our tokens and puts them into a file. */
class AccessOnlyTest {
    private static final Duration HOUR = Duration.ofHours(1);
    @TempDir
    private Path folder;
    private IdentityWorld world;

    @BeforeEach
    void given() {
        world = new IdentityWorld("openchami.auth.client.access-token-file", file().toString());
    }

    private Path file() {
        return folder.resolve("token");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A token that ends after so long. */
    private String put(Duration life) {
        String claims = "{\"exp\":" + world.time.instant().plus(life).getEpochSecond() + "}";
        String token = encoded("{\"alg\":\"none\"}") + "." + encoded(claims) + ".c2ln";
        FileOf.secret(file(), token);
        return token;
    }

    private Identity started() {
        Identity identity = world.start();
        world.pass(Duration.ofSeconds(1));
        return identity;
    }

    private String token(Identity identity) {
        return world.await(identity.token("smd")).reveal();
    }

    @Test
    void theTokenIsUsedAndNobodyIsAsked() {
        String token = put(HOUR);
        Identity identity = started();

        assertThat(token(identity)).isEqualTo(token);
        assertThat(identity.snapshot().usable()).isTrue();
        assertThat(world.authority.calls).isEmpty();
    }

    @Test
    void itIsUsedUntilItsEnd() {
        String token = put(HOUR);
        Identity identity = started();
        world.pass(HOUR.minusSeconds(10));

        assertThat(token(identity)).isEqualTo(token);
    }

    @Test
    void itIsNotUsedAfterItsEndAndTheCureIsTold() {
        put(HOUR);
        Identity identity = started();
        world.pass(HOUR.plusSeconds(10));

        assertThat(catchThrowable(() -> token(identity))).isInstanceOf(IdentityUnavailableException.class)
                .hasMessageContaining("ended at").hasMessageContaining("Cure:");
        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.REFUSED);
        assertThat(world.authority.calls).isEmpty();
    }

    @Test
    void anotherTokenInTheFileIsUsedWithinSeconds() {
        put(HOUR);
        Identity identity = started();
        world.pass(Duration.ofMinutes(5));
        String next = put(HOUR);
        world.pass(Duration.ofSeconds(10));

        assertThat(token(identity)).isEqualTo(next);
    }

    @Test
    void anotherTokenAfterTheEndHealsWithinSeconds() {
        put(HOUR);
        Identity identity = started();
        world.pass(HOUR.multipliedBy(3));
        put(HOUR);
        world.pass(Duration.ofSeconds(10));

        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.TOKEN_HELD);
    }

    @Test
    void anotherTokenInTimeIsNoNews() {
        try (LogLines log = new LogLines()) {
            put(HOUR);
            started();
            for (int i = 0; i < 10; i++) {
                world.pass(Duration.ofMinutes(40));
                put(HOUR);
                world.pass(Duration.ofSeconds(10));
            }
            assertThat(log.of("OCAUTH-0214")).isEmpty();
        }
    }

    @Test
    void itsEndIsAnnouncedOnceTenMinutesAhead() {
        try (LogLines log = new LogLines()) {
            put(HOUR);
            started();
            world.pass(Duration.ofMinutes(49));
            assertThat(log.of("OCAUTH-0214")).isEmpty();

            world.pass(Duration.ofMinutes(2));
            assertThat(log.of("OCAUTH-0214")).hasSize(1);

            world.pass(Duration.ofMinutes(8));
            assertThat(log.of("OCAUTH-0214")).hasSize(1);
        }
    }

    @Test
    void itsEndIsInTheSnapshotFromTheStart() {
        put(HOUR);
        Identity identity = started();

        assertThat(identity.snapshot().expiresAt()).contains(world.time.instant().plus(HOUR).minusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "eyJhbGciOiJub25lIn0.e30.c2ln", "..", "a.b", "eyJhbGciOiJub25lIn0.eyJleHAiOiJzb29uIn0.c2ln"})
    void whatIsNoJwtWithAnEndIsRefusedWithItsCure(String text) {
        FileOf.secret(file(), text);
        Identity identity = started();

        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.REFUSED);
        assertThat(identity.snapshot().problem().orElseThrow()).contains("holds no JWT with an end", "Cure:").doesNotContain("eyJ",
                "opaque");
    }

    @Test
    void aFileThatOthersMayReadIsRefusedWithItsCure() throws IOException {
        put(HOUR);
        FileOf.mode(file(), "rw-r--r--");

        assertThat(started().snapshot().problem().orElseThrow()).contains(file().toString(), "Cure:").doesNotContain("a fault of ours");
    }

    @Test
    void aFileThatIsGoneLeavesTheTokenInUse() throws IOException {
        String token = put(HOUR);
        Identity identity = started();
        Files.delete(file());
        world.pass(Duration.ofMinutes(50));

        assertThat(token(identity)).isEqualTo(token);
    }
}
