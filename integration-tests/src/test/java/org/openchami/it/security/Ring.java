package org.openchami.it.security;

import java.util.ArrayList;
import java.util.List;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.json.JsonObject;

/**
 * Keys that smd's authority publishes beside Hydra's own, and whose private halves the tests have.
 *
 * @param rsa says RS256 of itself
 * @param anyRsa does not say what it is for
 * @param pss says PS256 of itself
 */
record Ring(TokenForge ec, TokenForge rsa, TokenForge anyRsa, TokenForge pss, TokenForge p384) {
    static Ring create() {
        try {
            TokenForge p384 = TokenForge.of(EcJwkGenerator.generateJwk(EllipticCurves.P384), "ES384");
            TokenForge pss = TokenForge.of(RsaJwkGenerator.generateJwk(2048), "PS256");
            return new Ring(TokenForge.withNewEcKey(), TokenForge.withNewRsaKey(), TokenForge.withNewRsaKey(), pss, p384);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    List<JsonObject> published() {
        List<JsonObject> all = new ArrayList<>(List.of(jwk(ec), jwk(rsa), jwk(anyRsa), jwk(pss), jwk(p384)));
        all.get(2).remove("alg");
        return all;
    }

    static JsonObject jwk(TokenForge forge) {
        return jwk(forge.jwk());
    }

    static JsonObject jwk(PublicJsonWebKey key) {
        return new JsonObject(key.toParams(OutputControlLevel.PUBLIC_ONLY));
    }
}
