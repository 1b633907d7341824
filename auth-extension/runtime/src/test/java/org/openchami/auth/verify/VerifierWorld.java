package org.openchami.auth.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.keys.Algorithm;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.keys.KeysOf;
import org.openchami.auth.testing.clock.TestClock;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.Vertx;

/** An authority that publishes one key of each kind, and the verifier of a service named smd that trusts it. */
final class VerifierWorld implements AutoCloseable {
    private static final TokenForge EC = TokenForge.withNewEcKey();
    private static final TokenForge RSA = TokenForge.withNewRsaKey();
    private static final TokenForge PSS = newPssKey();

    final ScriptedServer authority = new ScriptedServer();
    final TokenForge ec = EC;
    final TokenForge rsa = RSA;
    final TokenForge pss = PSS;
    final VerdictCount count = new VerdictCount();
    final TestClock clock = TestClock.at(Instant.now());
    private final Vertx vertx = Vertx.vertx();
    private final Settings settings;
    final SignatureCount signatures = new SignatureCount();
    final TrustedIssuers issuers;
    final VerdictCache cache;
    final TokenVerifier verifier;

    /** @param more keys and values of its configuration */
    VerifierWorld(String... more) {
        this(SignatureCheck::new, more);
    }

    /** @param check what checks signatures, and counts them with what it is given */
    VerifierWorld(Function<SignatureCount, SignatureCheck> check, String... more) {
        List<String> all = new ArrayList<>(
                List.of("openchami.auth.authority", authority.uri("").toString(), "openchami.auth.keys.pause", "0.001s",
                        "openchami.auth.keys.on-disk", "false"));
        all.addAll(List.of(more));
        settings = Configured.with(all.toArray(String[]::new));
        Keys keys = KeysOf.settings(vertx, settings, clock);
        issuers = new TrustedIssuers(vertx, settings);
        cache = new VerdictCache(settings, clock, keys);
        verifier = new TokenVerifier(vertx, settings, clock, issuers, keys, check.apply(signatures),
                new Acceptance(new Subjects(settings)), cache, count);
        authority.answer(200, new JsonWebKeySet(List.of(ec.jwk(), rsa.jwk(), pss.jwk())).toJson());
    }

    /** Every signature is checked by the thread that brings the token, also those of elliptic curves: what a token costs is that thread's. */
    static VerifierWorld inOneThread() {
        return new VerifierWorld(count -> new SignatureCheck(count) {
            @Override
            boolean slow(Algorithm algorithm) {
                return false;
            }
        });
    }

    private static TokenForge newPssKey() {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("pss");
            key.setAlgorithm("PS256");
            return new TokenForge(key.getPrivateKey(), "PS256", "pss", key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the authority calls itself. */
    String iss() {
        return settings.issuers().get(0).iss();
    }

    /** Claims that this service accepts. */
    TokenClaims claims() {
        long now = clock.instant().getEpochSecond();
        return TokenClaims.of(iss()).with("iat", now).with("nbf", now).with("exp", now + 300);
    }

    Verdict judge(String token) {
        return verifier.verify(token, "127.0.0.1").await().atMost(Duration.ofSeconds(60));
    }

    AccessToken accepted(String token) {
        return ((Verdict.Accepted) judge(token)).token();
    }

    @Override
    public void close() {
        authority.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
