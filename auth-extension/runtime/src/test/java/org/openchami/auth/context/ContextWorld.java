package org.openchami.auth.context;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.openchami.auth.Assurance;
import org.openchami.auth.Origin;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.ContextVerdict.Fault;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.keys.KeysOf;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.testing.clock.TestClock;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** bss signs contexts, smd reads them. smd knows bss and css, which may both call for nodes, services and nobody. */
final class ContextWorld implements AutoCloseable {
    static final Origin.Node NODE = new Origin.Node("x1000c0s0b0n1", Optional.of("52:54:00:be:ef:02"), Optional.of("172.16.0.2"),
            Assurance.NETWORK);
    static final Origin.User OPERATOR = new Origin.User("http://hydra", "operator");
    static final String TRANSACTION = "01900000-0000-7000-8000-000000000001";

    final ScriptedServer bss = new ScriptedServer();
    final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    final SigningKey key = SigningKey.generate();
    final BearerToken token = new BearerToken("the-access-token", Instant.MAX);
    final Presented asBss = new Presented(token, "http://hydra", "bss", "bss", true, Set.of("smd"));
    final Presented asOperator = new Presented(token, "http://hydra", "operator", "openchami-cli", false, Set.of("openchami"));
    private final ContextSigner signer = new ContextSigner(Configured.with("quarkus.application.name", "bss"), clock);
    private final Vertx vertx = Vertx.vertx();
    private final ContextVerifier verifier;

    ContextWorld() {
        Settings smd = Configured.with("openchami.auth.keys.pause", "0.001s", "openchami.auth.clients.bss.jwks",
                bss.uri("/keys").toString(),
                "openchami.auth.clients.bss.origins", "node,service,unknown", "openchami.auth.clients.css.jwks",
                bss.uri("/keys").toString(),
                "openchami.auth.clients.css.origins", "node", "openchami.auth.clients.keyless.origins", "node",
                "openchami.auth.clients.pinned.jwks", bss.uri("/keys").toString(), "openchami.auth.clients.pinned.origins", "node",
                "openchami.auth.clients.pinned.key-thumbprints", key.kid(), "openchami.auth.clients.elsewhere.jwks",
                bss.uri("/keys").toString(), "openchami.auth.clients.elsewhere.origins", "node",
                "openchami.auth.clients.elsewhere.key-thumbprints", SigningKey.generate().kid());
        verifier = new ContextVerifier(smd, KeysOf.settings(vertx, smd, clock), vertx, clock);
        bss.answer(200, new JsonObject().put("keys", JsonArray.of(key.publicJwk())).encode());
    }

    static CallChain chain(Origin origin) {
        return CallChain.start(origin, Optional.of("boot.script"), TRANSACTION);
    }

    String sign(CallChain chain) {
        return signer.sign(chain, key, "smd", token);
    }

    /** The claims of a good context of a node, with something changed, signed by bss again. */
    String signed(Consumer<JwtClaims> change) {
        JwtClaims claims = claims(sign(chain(NODE)));
        change.accept(claims);
        return key.sign(ContextSigner.TYPE, claims);
    }

    static JwtClaims claims(String context) {
        try {
            return JwtClaims.parse(JsonWebStructure.fromCompactSerialization(context) instanceof JsonWebSignature jws
                    ? jws.getUnverifiedPayload()
                    : "");
        } catch (JoseException | InvalidJwtException e) {
            throw new IllegalArgumentException(e);
        }
    }

    ContextVerdict verify(String context, Presented presented) {
        return verifier.verify(context, presented).await().atMost(Duration.ofSeconds(30));
    }

    /** The chain of a context that holds. */
    CallChain chain(String context, Presented presented) {
        return ((ContextVerdict.Valid) verify(context, presented)).chain();
    }

    /** Why this context, which comes with bss's own token, does not hold. */
    Fault fault(String context) {
        return fault(context, asBss);
    }

    Fault fault(String context, Presented presented) {
        return verify(context, presented) instanceof ContextVerdict.Invalid invalid ? invalid.fault() : null;
    }

    @Override
    public void close() {
        bss.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
