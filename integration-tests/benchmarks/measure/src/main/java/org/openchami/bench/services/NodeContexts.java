package org.openchami.bench.services;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

import org.openchami.it.world.PlayedService;
import org.openchami.it.world.Tutorial.Node;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The contexts that bss signs when a node asks for its boot script: a new one for each call, good for a minute, bound to bss's token. */
record NodeContexts(PlayedService bss, String token) {
    String sign(Node node, int call) {
        long now = Instant.now().getEpochSecond();
        return bss.sign("call-context+jwt", new JsonObject().put("iss", "svc:bss").put("aud", "smd").put("iat", now).put("exp", now + 60)
                .put("ath", hash(token)).put("txn", "01900000-0000-7000-8000-%012x".formatted(call)).put("sub", "node:" + node.xname())
                .put("purp", "boot.script").put("via", JsonArray.of("bss")).put("req_wl", "bss")
                .put("rctx", new JsonObject().put("type", "node").put("assurance", "network").put("ip", node.ip())
                        .put("xname", node.xname()).put("mac", node.mac())));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "NodeContexts";
    }
}
