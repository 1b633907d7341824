package org.openchami.auth.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.secret.CompactForm;
import org.openchami.auth.secret.Secret;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * What an authority reads in a proof.
 *
 * @param kid of the key that has signed it
 */
record PlayedProof(String clientId, Optional<String> kid, Optional<Secret> secret) {

    static PlayedProof of(ClientProof proof) {
        String assertion = proof.form().get("client_assertion");
        if (assertion != null) {
            return new PlayedProof(part(assertion, 1).getString("sub"), Optional.of(part(assertion, 0).getString("kid")), Optional.empty());
        }
        if (proof.authorization().isEmpty()) {
            return new PlayedProof(proof.form().get("client_id"), Optional.empty(),
                    Optional.of(Secret.of(proof.form().get("client_secret"))));
        }
        byte[] pair = Base64.getDecoder().decode(proof.authorization().get().reveal().substring("Basic ".length()));
        String[] both = new String(pair, StandardCharsets.US_ASCII).split(":");
        return new PlayedProof(both[0], Optional.empty(), Optional.of(Secret.of(both[1])));
    }

    private static JsonObject part(String assertion, int index) {
        return new JsonObject(Buffer.buffer(CompactForm.parts(assertion).orElseThrow().get(index)));
    }
}
