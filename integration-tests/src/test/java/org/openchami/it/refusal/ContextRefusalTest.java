package org.openchami.it.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.World;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What smd answers to a service whose call context does not hold. But for the one thing under test, each of them does. */
@ExtendWith(SharedWorld.class)
class ContextRefusalTest {
    private final World world;
    private final PlayedService other;
    private final PlayedService bss;
    private final String token;
    private final JsonObject good;

    ContextRefusalTest(World world, PlayedService other) {
        this.world = world;
        this.other = other;
        this.bss = PlayedService.bss(world);
        this.token = bss.token(world.hydra(), "smd.read", "smd");
        this.good = CallContexts.good(bss, token);
    }

    @Test
    void aGoodContextIsLetIn() {
        assertThat(CallContexts.send(world, token, sign(good)).status()).isEqualTo(200);
    }

    @Test
    void noContext() {
        Refused.INSUFFICIENT_CONTEXT.is(Refused.smd(world, token));
    }

    @Test
    void twoContexts() {
        String context = sign(good);
        Refused.INSUFFICIENT_CONTEXT.is(Refused.smd(world).header("Authorization", "Bearer " + token).header("Call-Context", context)
                .header("Call-Context", context).get());
    }

    @Test
    void whatIsNoContextAtAll() {
        Refused.INSUFFICIENT_CONTEXT.is(CallContexts.send(world, token, "node:x1000c0s0b1n0"));
    }

    @Test
    void aTamperedContext() {
        JsonObject changed = good.copy().put("purp", "firmware.update");
        Refused.INSUFFICIENT_CONTEXT.is(CallContexts.send(world, token, CallContexts.tampered(sign(good), changed)));
    }

    @Test
    void aStaleContext() {
        long then = Instant.now().getEpochSecond() - 120;
        refused(good.copy().put("iat", then).put("exp", then + 60));
    }

    @Test
    void aContextThatLivesTooLong() {
        refused(good.copy().put("exp", good.getLong("iat") + 3600));
    }

    @Test
    void aContextOfTheFuture() {
        long later = Instant.now().getEpochSecond() + 120;
        refused(good.copy().put("iat", later).put("exp", later + 60));
    }

    @Test
    void aContextBoundToAnotherToken() {
        refused(good.copy().put("ath", CallContexts.hash(bss.token(world.hydra(), "smd.read", "smd"))));
    }

    @Test
    void aContextForAnotherService() {
        refused(good.copy().put("aud", "bss"));
    }

    @Test
    void aContextThatHidesItsSender() {
        refused(good.copy().put("via", JsonArray.of("other")));
    }

    @Test
    void aContextWhoseHalvesContradictEachOther() {
        refused(good.copy().put("sub", "node:x1000c0s0b4n0"));
    }

    @Test
    void aContextThatSpeaksForAUserWithoutTheUsersToken() {
        String issuer = world.hydra().issuer();
        refused(good.copy().put("sub", "user:" + issuer + "#operator").put("rctx",
                new JsonObject().put("type", "user").put("assurance", "attested").put("iss", issuer).put("sub", "operator")));
    }

    @Test
    void aContextOfAnotherCallerWithItsOwnKey() {
        Refused.INSUFFICIENT_CONTEXT
                .is(CallContexts.send(world, token, other.sign(CallContexts.TYPE, CallContexts.good(other, token))));
    }

    @Test
    void aContextOfThisCallerWithAnothersKey() {
        Refused.INSUFFICIENT_CONTEXT.is(CallContexts.send(world, token, other.sign(CallContexts.TYPE, good)));
    }

    @Test
    void theContextOfAnotherCallerWithTheOthersToken() {
        String others = other.token(world.hydra(), "smd.read", "smd");
        Refused.INSUFFICIENT_CONTEXT.is(CallContexts.send(world, others, sign(CallContexts.good(bss, others))));
    }

    @Test
    void anotherKnownServiceIsLetInWithItsOwn() {
        String others = other.token(world.hydra(), "smd.read", "smd");
        String context = other.sign(CallContexts.TYPE, CallContexts.good(other, others));
        assertThat(CallContexts.send(world, others, context).status()).isEqualTo(200);
    }

    @Test
    void aJwtOfAnotherKindIsNoContext() {
        Refused.INSUFFICIENT_CONTEXT.is(CallContexts.send(world, token, bss.sign("JWT", good)));
    }

    private void refused(JsonObject claims) {
        Refused.INSUFFICIENT_CONTEXT.is(CallContexts.send(world, token, sign(claims)));
    }

    private String sign(JsonObject claims) {
        return bss.sign(CallContexts.TYPE, claims);
    }
}
