package org.openchami.bench.services;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.World;

import io.vertx.core.json.JsonObject;

/**
 * What Hydra issues with one signing algorithm.
 *
 * @param user a token of the operator, for the whole cluster
 * @param service bss's own token for smd
 */
record Tokens(String algorithm, String user, String service) {
    static Tokens issue(World world, PlayedService bss, String algorithm) {
        Tokens tokens = new Tokens(algorithm, world.token(), bss.token(world.hydra(), "smd.read", "smd"));
        tokens.require(tokens.user);
        tokens.require(tokens.service);
        return tokens;
    }

    /** From now on Hydra signs with a new key of that algorithm; it still publishes the old one. */
    static void sign(World world, String algorithm) {
        Call.to(world.hydra().adminUrl(), "/admin/keys/hydra.jwt.access-token")
                .json("POST", new JsonObject().put("alg", algorithm).put("use", "sig").put("kid", "")).expect(201, "a new key at Hydra");
    }

    private void require(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        String actual = new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("alg");
        if (!actual.equals(algorithm)) {
            throw new IllegalStateException("Hydra signs with " + actual + " where " + algorithm + " was asked for");
        }
    }

    @Override
    public String toString() {
        return "Tokens[" + algorithm + "]";
    }
}
