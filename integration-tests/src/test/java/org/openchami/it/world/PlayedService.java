package org.openchami.it.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;

import com.sun.net.httpserver.HttpServer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A service that a test plays: it has a client id, a key, and all that can be done with it. */
public final class PlayedService implements AutoCloseable {
    private final String id;
    private final PublicJsonWebKey key;
    private HttpServer keys;

    private PlayedService(String id, PublicJsonWebKey key) {
        this.id = id;
        this.key = key;
    }

    /** A service that exists only in tests. */
    public static PlayedService withNewKey(String id) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return new PlayedService(id, key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A real service, by the key it has stored. */
    public static PlayedService bss(World world) {
        return new PlayedService("bss", storedKey(world.bss().folder().resolve("state/auth/bss.json")));
    }

    private static PublicJsonWebKey storedKey(Path file) {
        try {
            return PublicJsonWebKey.Factory
                    .newPublicJwk(new JsonObject(Files.readString(file)).getJsonObject("keys").getJsonObject("current").getMap());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("The stored key can't be read", e);
        }
    }

    public void register(Hydra hydra, String scope, String audience) {
        JsonObject client = new JsonObject().put("client_id", id).put("grant_types", JsonArray.of("client_credentials"))
                .put("token_endpoint_auth_method", "private_key_jwt").put("token_endpoint_auth_signing_alg", "ES256")
                .put("jwks", new JsonObject(jwks())).put("scope", scope).put("audience", JsonArray.of(audience));
        Call.to(hydra.adminUrl(), "/admin/clients").json("POST", client).expect(201, "POST /admin/clients");
    }

    /** Hydra's access token for this service itself. */
    public String token(Hydra hydra, String scope, String audience) {
        JsonObject assertion = new JsonObject().put("iss", id).put("sub", id).put("jti", UUID.randomUUID().toString())
                .put("aud", hydra.issuer() + "/oauth2/token").put("exp", Instant.now().plusSeconds(60).getEpochSecond());
        return Call.to(hydra.publicUrl(), "/oauth2/token")
                .form(Map.of("grant_type", "client_credentials", "scope", scope, "audience", audience, "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", sign("JWT", assertion)))
                .expect(200, "POST /oauth2/token").json().getString("access_token");
    }

    /** A JWS in compact form, signed by this service. */
    public String sign(String type, JsonObject claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", type);
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims.encode());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Serves the public key from now on, and says where. */
    public String publish() {
        try {
            keys = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys.createContext("/", exchange -> {
            byte[] body = jwks().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keys.start();
        return "http://127.0.0.1:" + keys.getAddress().getPort() + "/jwks.json";
    }

    public String id() {
        return id;
    }

    /** What tells its key (RFC 7638). */
    public String thumbprint() {
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    /** The public key, as a JWK set. */
    public String jwks() {
        return new JsonWebKeySet(List.of(key)).toJson();
    }

    @Override
    public void close() {
        if (keys != null) {
            keys.stop(0);
        }
    }
}
