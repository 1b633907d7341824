package org.openchami.it.refusal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

import org.openchami.auth.testing.http.Answer;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.World;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Call contexts as services sign them, to change one thing at a time. */
public final class CallContexts {
    public static final String TYPE = "call-context+jwt";
    static final String TRANSACTION = "01900000-0000-7000-8000-000000000001";
    private static final String NODE = "x1000c0s0b1n0";

    private CallContexts() {}

    /** The service says with this token: node 2 asks for its boot script. */
    public static JsonObject good(PlayedService sender, String token) {
        long now = Instant.now().getEpochSecond();
        return new JsonObject().put("iss", "svc:" + sender.id()).put("aud", "smd").put("iat", now).put("exp", now + 60)
                .put("ath", hash(token)).put("txn", TRANSACTION).put("sub", "node:" + NODE).put("purp", "boot.script")
                .put("via", JsonArray.of(sender.id())).put("req_wl", sender.id()).put("rctx", new JsonObject().put("type", "node")
                        .put("assurance", "network").put("ip", "172.16.0.2").put("xname", NODE).put("mac", "52:54:00:be:ef:02"));
    }

    public static Answer send(World world, String token, String context) {
        return Refused.smd(world).header("Authorization", "Bearer " + token).header("Call-Context", context).get();
    }

    /** Other claims in front of the signature over the right ones. */
    static String tampered(String context, JsonObject claims) {
        String[] parts = context.split("\\.");
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.encode().getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + payload + "." + parts[2];
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
