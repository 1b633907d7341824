package org.openchami.it.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.fault.KeyFault;
import org.openchami.auth.testing.fault.KeyServer;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.world.Healing;
import org.openchami.it.world.KeysWorld;
import org.openchami.it.world.SharedWorld;

/** smd trusts two authorities, and what happens to one is nothing to the other. */
@ExtendWith(SharedWorld.class)
class IssuersTest {
    private static final int SOME = 3;
    private static final int JUNK = 200_000;
    private final KeysWorld keys;
    private final URI hydra;
    private final URI second;
    private final TokenClaims ofHydra;
    private final TokenClaims ofSecond;

    IssuersTest(KeysWorld keys) {
        this.keys = keys;
        this.hydra = keys.world().hydra().adminUrl();
        this.second = keys.second().adminUrl();
        this.ofHydra = TokenClaims.of(keys.world().hydra().issuer()).scopes("smd.read");
        this.ofSecond = TokenClaims.of(keys.second().publicUrl().toString()).scopes("smd.read");
    }

    @BeforeEach
    void beWell() {
        SigningKey.make().replaceAllOf(hydra);
        SigningKey.make().replaceAllOf(second);
        awaitServed(TokenForge.asAuthority(hydra).token(ofHydra));
        awaitServed(TokenForge.asAuthority(second).token(ofSecond));
    }

    @AfterEach
    void heal() {
        keys.keys().heal();
        keys.secondKeys().heal();
        keys.secondNotBefore("");
    }

    @Test
    void theSameKeyIdInBothIsTwoKeys() {
        SigningKey.named("shared").replaceAllOf(hydra);
        SigningKey.named("shared").replaceAllOf(second);
        TokenForge one = TokenForge.asAuthority(hydra);
        TokenForge other = TokenForge.asAuthority(second);
        String first = one.token(ofHydra);
        assertThat(call(first)).matches(Seen::served);
        assertThat(call(other.token(ofSecond))).matches(Seen::served);
        assertThat(call(one.token(ofSecond))).matches(Seen::refused);
        assertThat(call(other.token(ofHydra))).matches(Seen::refused);

        String last = other.token(ofSecond);
        assertThat(call(last)).matches(Seen::served);
        SigningKey.make().replaceAllOf(second);
        await("the end of the other key").atMost(KeysWorld.REFRESH.plus(Healing.PATIENCE)).until(() -> {
            assertThat(call(first)).matches(Seen::served);
            return call(last).refused();
        });
    }

    @Test
    void aKeyOfOneSignsNothingForTheOther() {
        assertThat(call(TokenForge.asAuthority(hydra).token(ofSecond))).matches(Seen::refused);
        assertThat(call(TokenForge.asAuthority(second).token(ofHydra))).matches(Seen::refused);
    }

    @Test
    void anOutageOfTheSecondIsNothingToHydrasCallers() {
        assertOutage(keys.secondKeys(), TokenForge.asAuthority(second).token(ofSecond), TokenForge.asAuthority(hydra).token(ofHydra));
    }

    @Test
    void anOutageOfHydraIsNothingToTheSecondsCallers() {
        assertOutage(keys.keys(), TokenForge.asAuthority(hydra).token(ofHydra), TokenForge.asAuthority(second).token(ofSecond));
    }

    /** One's callers are put off, all others served. */
    private void assertOutage(KeyServer one, String putOff, String served) {
        assertThat(call(putOff)).matches(Seen::served);
        one.misbehave(KeyFault.ERROR);
        List<Seen> seen = new ArrayList<>();
        await("an outage").atMost(KeysWorld.STALE.plus(Healing.PATIENCE.multipliedBy(SOME))).until(() -> {
            seen.add(call(putOff));
            assertThat(call(served)).matches(Seen::served);
            return seen.stream().filter(Seen::putOff).count() >= SOME;
        });
        assertThat(seen.stream().dropWhile(Seen::served)).allMatch(Seen::putOff);
        one.heal();
        awaitServed(putOff);
    }

    @Test
    void whoeverWaitsForTheSecondsKeysTakesNobodysPlaceWhoWaitsForHydras() {
        keys.secondKeys().misbehave(KeyFault.DRIP);
        try (Flood flood = Flood.start(keys.smd(), keys.second().publicUrl().toString(), 4 * KeysWorld.MAX_WAITING, JUNK, Flood.HERE)) {
            await("callers that are sent away").atMost(Healing.PATIENCE)
                    .until(() -> flood.answers().getOrDefault("503", 0) > 4 * KeysWorld.MAX_WAITING);
            SigningKey.make().replaceAllOf(hydra);
            assertThat(call(TokenForge.asAuthority(hydra).token(ofHydra))).matches(Seen::served);
            flood.stop();
        }
    }

    @Test
    void anOperatorRevokesAllThatWasIssuedBeforeWhileSmdRuns() {
        TokenForge forge = TokenForge.asAuthority(second);
        Instant now = Instant.now();
        String old = forge.token(ofSecond.with("iat", now.minusSeconds(60).getEpochSecond()));
        String young = forge.token(ofSecond.with("iat", now.getEpochSecond()));
        String neverSeen = forge.token(ofSecond.with("iat", now.minusSeconds(59).getEpochSecond()));
        String others = TokenForge.asAuthority(hydra).token(ofHydra.with("iat", now.minusSeconds(60).getEpochSecond()));
        assertThat(call(old)).matches(Seen::served);

        keys.secondNotBefore(now.minusSeconds(30).toString());
        await("the revocation").atMost(Healing.PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(call(young)).matches(Seen::served);
            assertThat(call(others)).matches(Seen::served);
            return call(old).refused();
        });
        assertThat(call(neverSeen)).matches(Seen::refused);
    }

    private void awaitServed(String token) {
        await("a served call").atMost(Healing.PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> call(token).served());
    }

    private Seen call(String token) {
        return Seen.of(keys.smd(), token);
    }
}
