package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.mutiny.Uni;

/** A service that calls smd and pcs has one identity and two tokens. */
class TwoPeersTest {
    private static final String[] PCS = {"openchami.auth.peers.pcs.url", "http://pcs:28007"};
    /** Shorter than any back-off. */
    private static final Duration MOMENT = Duration.ofMillis(300);
    private final IdentityWorld world = new IdentityWorld(PCS);

    private Identity started() {
        Identity identity = world.start();
        world.pass(MOMENT);
        return identity;
    }

    private void next(TokenAnswer answer) {
        world.authority.answers.add(Uni.createFrom().item(answer));
    }

    @Test
    void theyAreRegisteredOnceAndEachHasItsToken() {
        Identity identity = started();

        assertThat(world.authority.calls).containsExactly("register bss", "token bss", "token bss");
        assertThat(world.await(identity.token("smd"))).isNotEqualTo(world.await(identity.token("pcs")));
        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.TOKEN_HELD);
    }

    @Test
    void onePeerThatIsRefusedLeavesTheOtherItsToken() {
        next(PlayedAuthority.notAllowed());
        Identity identity = started();
        var tokens = identity.snapshot().tokens();
        String refused = tokens.get("smd").refused() ? "smd" : "pcs";
        String granted = refused.equals("smd") ? "pcs" : "smd";

        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.REFUSED);
        assertThat(world.await(identity.token(granted)).reveal()).startsWith("token-");
        assertThat(catchThrowable(() -> world.await(identity.token(refused)))).isInstanceOf(IdentityUnavailableException.class)
                .hasMessageContaining("openchami.auth.peers." + refused);
    }

    @Test
    void whenTheOperatorHasMendedItThePeerHasItsTokenWithinSeconds() {
        next(PlayedAuthority.notAllowed());
        Identity identity = started();
        world.pass(Duration.ofSeconds(5));

        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.TOKEN_HELD);
        assertThat(identity.snapshot().problem()).isEmpty();
    }

    @Test
    void onePeerThatIsAskedForInVainDoesNotDelayTheOther() {
        next(new Unreachable("HTTP 503", Optional.of(Duration.ofMinutes(2))));
        Identity identity = started();

        assertThat(identity.snapshot().tokens().values().stream().filter(PeerToken::valid)).hasSize(1);
        assertThat(identity.snapshot().usable()).isFalse();
        assertThat(identity.snapshot().problem()).contains("HTTP 503");
    }

    @Test
    void aClientThatIsGoneIsRegisteredAnewOnceForBoth() {
        Identity identity = started();
        world.authority.clients.clear();
        world.pass(PlayedAuthority.LIFE);

        assertThat(world.authority.count("register")).isEqualTo(2);
        assertThat(identity.snapshot().usable()).isTrue();
        assertThat(world.seen).noneMatch(snapshot -> snapshot.state() == IdentityState.ENDED);
    }

    @Test
    void aTokenOfAKeyThatTheAuthorityNoLongerPublishesIsRenewed() {
        String header = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("{\"alg\":\"RS256\",\"kid\":\"old\"}".getBytes(StandardCharsets.UTF_8));
        for (String name : new String[]{"a", "b"}) {
            next(new Granted(new BearerToken(header + ".e30." + name, world.time.instant().plus(PlayedAuthority.LIFE)),
                    PlayedAuthority.LIFE,
                    Optional.empty()));
        }
        Identity identity = started();

        identity.published(Set.of("old", "new"));
        assertThat(world.authority.count("token")).isEqualTo(2);
        identity.published(Set.of("new"));
        world.pass(Duration.ofSeconds(1));

        assertThat(world.authority.count("token")).isEqualTo(4);
        assertThat(world.await(identity.token("smd")).reveal()).startsWith("token-");
    }
}
