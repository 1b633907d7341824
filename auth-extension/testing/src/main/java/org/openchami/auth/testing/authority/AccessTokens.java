package org.openchami.auth.testing.authority;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Issues JWT access tokens as Hydra writes them, and knows which of them still count. */
final class AccessTokens {
    private final KeySets keys;
    private final AuthorityOptions options;
    private final Clock clock;
    /** Client ids by {@code jti}. */
    private final Map<String, String> live = new HashMap<>();

    AccessTokens(KeySets keys, AuthorityOptions options) {
        this.keys = keys;
        this.options = options;
        this.clock = options.clock();
    }

    /** The answer of the token endpoint (RFC 6749 5.1). */
    Reply issue(Client client, String grant, String subject, List<String> scopes, List<String> audience) {
        Instant now = clock.instant();
        Duration lifespan = client.lifespan(grant, options.accessTokenLifespan());
        String jti = UUID.randomUUID().toString();
        JsonObject claims = new JsonObject()
                .put("aud", new JsonArray(audience))
                .put("client_id", client.id())
                .put("exp", now.plus(lifespan).getEpochSecond())
                .put("ext", new JsonObject())
                .put("iat", now.getEpochSecond())
                .put("iss", options.issuer())
                .put("jti", jti)
                .put("nbf", now.getEpochSecond())
                .put("scp", new JsonArray(scopes))
                .put("sub", subject);
        live.put(jti, client.id());
        return Reply.unstored(200, new JsonObject()
                .put("access_token", signed(claims))
                // one less than exp - iat, as Hydra says it
                .put("expires_in", lifespan.toSeconds() - 1)
                .put("scope", String.join(" ", scopes))
                .put("token_type", "bearer"));
    }

    /** The claims of a token that counts: made by the newest key, not expired, not revoked, its client still there. */
    Optional<JsonObject> active(String token) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(AlgorithmConstraints.DISALLOW_NONE);
            jws.setCompactSerialization(token);
            jws.setKey(keys.newest(KeySets.ACCESS_TOKENS).getPublicKey());
            JsonObject claims = jws.verifySignature() ? new JsonObject(jws.getPayload()) : new JsonObject();
            boolean counts = live.containsKey(claims.getString("jti")) && claims.getLong("exp") > clock.instant().getEpochSecond();
            return counts ? Optional.of(claims) : Optional.empty();
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    void revoke(String token) {
        active(token).ifPresent(claims -> live.remove(claims.getString("jti")));
    }

    void revokeAllOf(String client) {
        live.values().removeIf(client::equals);
    }

    void clear() {
        live.clear();
    }

    private String signed(JsonObject claims) {
        try {
            PublicJsonWebKey key = keys.newest(KeySets.ACCESS_TOKENS);
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(key.getAlgorithm());
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setHeader("typ", "JWT");
            jws.setPayload(claims.encode());
            jws.setKey(key.getPrivateKey());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The access token can't be signed", e);
        }
    }
}
