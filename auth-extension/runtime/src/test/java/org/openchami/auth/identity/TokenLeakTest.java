package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.secret.Secret;

/** Everything that is logged at the finest level, without the mask that a service has: it must not be needed. */
class TokenLeakTest {
    private static final String CANARY = "c4nary";
    private final ScriptedServer server = new ScriptedServer();
    private final GrantWorld world = new GrantWorld(server.uri(""), Clock.systemUTC());
    private final Logger logger = Logger.getLogger("io.quarkus.oidc");
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getMessage() + " " + (record.getParameters() == null ? "" : List.of(record.getParameters())) + " "
                    + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        handler.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void close() {
        logger.removeHandler(handler);
        logger.setLevel(null);
        server.close();
        world.close();
    }

    private Stream<TokenRequest> requests() {
        Secret refresh = Secret.of(CANARY + "-refresh");
        return Stream.of(GrantWorld.basic("bss", CANARY + "-basic"),
                new ClientProof(Map.of("client_id", "bss", "client_secret", CANARY + "-post"), Optional.empty()),
                new ClientProof(Map.of("client_assertion", CANARY + "-assertion"), Optional.empty()))
                .flatMap(proof -> Stream.of(new TokenRequest(world.smd(), proof, Optional.empty()),
                        new TokenRequest(world.smd(), proof, Optional.of(refresh))));
    }

    @Test
    void nothingThatIsSentOrGrantedIsLoggedOrTold() {
        String token = "{\"access_token\":\"" + CANARY + "\",\"refresh_token\":\"" + CANARY
                + "\",\"token_type\":\"%s\",\"expires_in\":\"%s\"}";
        List<Reply> replies = List.of(Reply.of(200, token.formatted("bearer", 60)), Reply.of(200, token.formatted("mac", 60)),
                Reply.of(200, token.formatted("bearer", CANARY)), Reply.of(200, CANARY), Reply.of(503, ""));
        for (Reply reply : replies) {
            server.answer(reply);
            requests().forEach(request -> {
                assertThat(request.toString()).doesNotContain(CANARY);
                assertThat(world.ask(request).toString()).doesNotContain(CANARY);
            });
        }
        server.close();
        requests().forEach(request -> assertThat(world.ask(request).toString()).doesNotContain(CANARY));

        assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(CANARY))
                .noneMatch(line -> line.contains(GrantWorld.basic("bss", CANARY + "-basic").authorization().orElseThrow().reveal()));
    }

    @Test
    void whatARefusalRepeatsIsLoggedByNobodyElseThanQuarkusAtDebug() {
        requests().forEach(request -> {
            server.answer(401, "{\"error\":\"invalid_client\",\"error_description\":\"" + String.join(" ", request.secrets()) + "\"}");
            assertThat(world.ask(request).toString()).doesNotContain(CANARY).contains("***");
        });
        assertThat(logged).filteredOn(line -> line.contains(CANARY)).allMatch(line -> line.contains("has failed to complete"));
    }
}
