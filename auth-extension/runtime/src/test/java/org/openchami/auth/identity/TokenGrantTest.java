package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.identity.TokenAnswer.Unusable;
import org.openchami.auth.secret.Secret;

/** What goes out through Quarkus' OIDC client, and what comes of the answer. */
class TokenGrantTest {
    private static final String GOOD = "{\"access_token\":\"t0ken\",\"expires_in\":299,\"token_type\":\"bearer\"}";
    private final ScriptedServer server = new ScriptedServer();
    private final GrantWorld world = new GrantWorld(server.uri(""), Clock.systemUTC());

    @AfterEach
    void close() {
        server.close();
        world.close();
    }

    private List<String> sent() {
        return List.of(server.requests().get(0).body().split("&"));
    }

    @Test
    void anAssertionIsSentWithTheGrant() {
        server.answer(200, GOOD);

        assertThat(world.ask()).isInstanceOf(Granted.class);
        assertThat(server.requests().get(0).path()).isEqualTo("/oauth2/token");
        assertThat(sent()).hasSize(5).contains("grant_type=client_credentials", "audience=smd", "client_assertion_type=urn%3Ax",
                "client_assertion=" + GrantWorld.ASSERTION).containsAnyOf("scope=smd.read+smd.write", "scope=smd.write+smd.read");
        assertThat(server.authorizations()).containsExactly("");
    }

    @Test
    void aSecretIsSentInTheForm() {
        server.answer(200, GOOD);

        world.ask(GrantWorld.request(world.smd(),
                new ClientProof(Map.of("client_id", "other-id", "client_secret", "a&b=c d"), Optional.empty())));

        assertThat(sent()).hasSize(5).contains("client_id=other-id", "client_secret=a%26b%3Dc+d");
    }

    @Test
    void anAuthorizationIsSentAsItIsAndNoClientIdWithIt() {
        server.answer(200, GOOD);
        ClientProof basic = GrantWorld.basic("other-id", GrantWorld.SECRET);

        world.ask(GrantWorld.request(world.smd(), basic));

        assertThat(server.authorizations()).containsExactly(basic.authorization().orElseThrow().reveal());
        assertThat(sent()).hasSize(3).noneMatch(field -> field.startsWith("client_"));
    }

    @Test
    void aRefreshTokenIsSentAloneWithTheProof() {
        server.answer(200, GOOD);
        ClientProof proof = new ClientProof(Map.of("client_id", "a", "client_secret", "b"), Optional.empty());

        world.ask(new TokenRequest(world.smd(), proof, Optional.of(Secret.of("ory_rt_x"))));

        assertThat(sent()).containsExactlyInAnyOrder("grant_type=refresh_token", "refresh_token=ory_rt_x", "client_id=a",
                "client_secret=b");
    }

    @Test
    void eachRequestCarriesItsOwnProofThoughManyAreUnderWay() {
        server.script(request -> Reply.of(200, GOOD.replace("t0ken", request.body().replaceAll(".*client_id=([a-z0-9]+).*", "$1"))));

        List<String> ids = IntStream.range(0, 50).mapToObj(i -> "id" + i).toList();
        var answers = ids.stream().map(id -> world.grant.request(GrantWorld.request(world.smd(),
                new ClientProof(Map.of("client_id", id, "client_secret", "s"), Optional.empty()))).subscribeAsCompletionStage()).toList();

        assertThat(answers).map(answer -> ((Granted) answer.get()).token().reveal()).isEqualTo(ids);
    }

    @Test
    void aRefusalKeepsItsStatusAndItsError() {
        server.answer(401, "{\"error\":\"invalid_client\",\"error_description\":\"no\"}");

        assertThat(world.ask()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.error().error()).isEqualTo("invalid_client");
        });
    }

    @Test
    void whenToComeBackIsReadFromTheHeader() {
        server.answer(new Reply(503, Map.of("Retry-After", "17"), new byte[0]));

        assertThat(((Unreachable) world.ask()).retryAfter()).contains(Duration.ofSeconds(17));
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (ScriptedServer target = new ScriptedServer()) {
            for (int status : new int[]{301, 302, 303, 307, 308}) {
                server.answer(new Reply(status, Map.of("Location", target.uri("/oauth2/token").toString()), new byte[0]));

                assertThat(((Unusable) world.ask()).why()).contains("HTTP " + status);
            }
            assertThat(target.requests()).isEmpty();
        }
    }

    @Test
    void oddSuccessesAreUnusable() {
        for (String body : List.of("", "<html>login</html>", "null", "[]", "{", "{\"access_token\":\"x\",\"expires_in\":\"soon\"}")) {
            server.answer(200, body);

            assertThat(world.ask()).as(body).isInstanceOf(Unusable.class);
        }
    }

    @Test
    void anAnswerOfTenMegabytesIsUnusableAndTheNextOneIsRead() {
        server.answer(200, GOOD + " ".repeat(10_000_000));

        assertThat(((Unusable) world.ask()).why()).contains("longer than 524288 bytes");
        server.answer(200, GOOD);
        assertThat(world.ask()).isInstanceOf(Granted.class);
    }

    @Test
    void anAnswerOfTheGreatestLengthIsRead() {
        server.answer(200, GOOD + " ".repeat(512 * 1024 - GOOD.length()));

        assertThat(world.ask()).isInstanceOf(Granted.class);
    }
}
