package org.openchami.auth.testing.authority;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * {@code private_key_jwt} (RFC 7523 3) as strict as Hydra: keys by {@code kid} from the client's inline set, no leeway in
 * time, a {@code jti} counts once for all clients. A {@code jwks_uri} is not fetched.
 */
final class ClientAssertions {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String BAD_SIGNATURE = "Unable to verify the integrity of the 'client_assertion' value.";

    private final Clients clients;
    private final String tokenUrl;
    private final Clock clock;
    private final Set<String> usedIds = new HashSet<>();

    ClientAssertions(Clients clients, String tokenUrl, Clock clock) {
        this.clients = clients;
        this.tokenUrl = tokenUrl;
        this.clock = clock;
    }

    Client authenticate(Request request) {
        JsonWebSignature jws = new JsonWebSignature();
        JsonObject claims;
        try {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setCompactSerialization(request.field("client_assertion"));
            claims = new JsonObject(jws.getUnverifiedPayload());
        } catch (JoseException | DecodeException e) {
            throw OAuthError.INVALID_CLIENT.because(BAD_SIGNATURE);
        }
        String id = request.field("client_id").isEmpty() ? text(claims, "sub") : request.field("client_id");
        if (id.isEmpty()) {
            throw OAuthError.INVALID_CLIENT.because("The claim 'sub' from the client_assertion JSON Web Token is undefined.");
        }
        Client client = clients.find(id).orElseThrow(() -> OAuthError.INVALID_CLIENT.because(""));
        verify(jws, client);
        check(claims, client);
        return client;
    }

    void clear() {
        usedIds.clear();
    }

    private void verify(JsonWebSignature jws, Client client) {
        if (!client.method().equals("private_key_jwt")) {
            throw OAuthError.INVALID_CLIENT.because("This requested OAuth 2.0 client only supports client authentication method '"
                    + client.method() + "', however 'client_assertion' was provided in the request.");
        }
        if (!client.signingAlgorithm().equals(jws.getAlgorithmHeaderValue())) {
            throw OAuthError.INVALID_CLIENT.because("The 'client_assertion' uses signing algorithm '" + jws.getAlgorithmHeaderValue()
                    + "' but the requested OAuth 2.0 Client enforces signing algorithm '" + client.signingAlgorithm() + "'.");
        }
        try {
            jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, client.signingAlgorithm()));
            jws.setKey(key(client, jws.getKeyIdHeaderValue()).getKey());
            if (!jws.verifySignature()) {
                throw OAuthError.INVALID_CLIENT.because(BAD_SIGNATURE);
            }
        } catch (JoseException e) {
            throw OAuthError.INVALID_CLIENT.because(BAD_SIGNATURE);
        }
    }

    private static JsonWebKey key(Client client, String kid) throws JoseException {
        List<JsonWebKey> keys = new JsonWebKeySet(client.metadata().getJsonObject("jwks").encode()).getJsonWebKeys().stream()
                .filter(key -> "sig".equals(key.getUse())).toList();
        return keys.stream().filter(key -> kid == null || kid.equals(key.getKeyId())).findFirst()
                .orElseThrow(() -> OAuthError.INVALID_REQUEST
                        .because("The JSON Web Token uses signing key with kid '" + kid + "', which could not be found."));
    }

    private void check(JsonObject claims, Client client) {
        long now = clock.instant().getEpochSecond();
        boolean future = claims.getLong("iat", 0L) > now || claims.getLong("nbf", 0L) > now;
        if (future || claims.containsKey("exp") && claims.getLong("exp") < now) {
            throw Refusal.unrecognizable();
        }
        mustMatch(claims, "iss", client);
        mustMatch(claims, "sub", client);
        String jti = text(claims, "jti");
        if (jti.isEmpty()) {
            throw OAuthError.INVALID_CLIENT.because("Claim 'jti' from 'client_assertion' must be set but is not.");
        }
        if (usedIds.contains(jti)) {
            throw OAuthError.JTI_KNOWN.because("Claim 'jti' from 'client_assertion' MUST only be used once.");
        }
        if (!claims.containsKey("exp")) {
            throw OAuthError.INVALID_CLIENT
                    .because("Unable to type assert the expiry time from claims. This should not happen as we validate"
                            + " the expiry time already earlier with token.Claims.Valid()");
        }
        usedIds.add(jti);
        Object audience = claims.getValue("aud");
        if (!tokenUrl.equals(audience) && !(audience instanceof JsonArray several && several.contains(tokenUrl))) {
            throw OAuthError.INVALID_CLIENT.because(
                    "Claim 'audience' from 'client_assertion' must match the authorization server's token endpoint '" + tokenUrl + "'.");
        }
    }

    private static void mustMatch(JsonObject claims, String name, Client client) {
        if (!client.id().equals(text(claims, name))) {
            throw OAuthError.INVALID_CLIENT
                    .because("Claim '" + name + "' from 'client_assertion' must match the 'client_id' of the OAuth 2.0 Client.");
        }
    }

    private static String text(JsonObject claims, String name) {
        return claims.getValue(name) instanceof String text ? text : "";
    }
}
