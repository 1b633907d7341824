package org.openchami.it.keys;

import java.net.URI;
import java.util.UUID;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A key that an operator makes, and gives an authority to sign access tokens with. */
record SigningKey(PublicJsonWebKey key) {
    private static final String SET = "/admin/keys/hydra.jwt.access-token";

    static SigningKey make() {
        return named(UUID.randomUUID().toString());
    }

    static SigningKey named(String kid) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return new SigningKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    String kid() {
        return key.getKeyId();
    }

    JsonObject publicHalf() {
        return new JsonObject(key.toParams(OutputControlLevel.PUBLIC_ONLY));
    }

    /** It signs from now on, and those before it are gone. */
    void replaceAllOf(URI adminUrl) {
        Call.to(adminUrl, SET).json("PUT", new JsonObject().put("keys", JsonArray.of(whole()))).expect(200, "PUT " + SET);
    }

    /** It signs from now on, and those before it stay published. */
    void addTo(URI adminUrl) {
        Call.to(adminUrl, SET + "/" + kid()).json("PUT", whole()).expect(200, "PUT " + SET + "/{kid}");
    }

    private JsonObject whole() {
        return new JsonObject(key.toParams(OutputControlLevel.INCLUDE_PRIVATE));
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
