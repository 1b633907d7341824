package org.openchami.auth.credential;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.openchami.auth.secret.Json;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonObject;

/**
 * What stands in the file of an identity: its JSON, or with a key a JSON envelope around its JWE. The schema version is outside, so that a version
 * without the key can name it, too.
 */
final class IdentityText {
    private static final int FIRST_SCHEMA = 1;

    private final Path file;
    private final Optional<StoreCipher> cipher;

    IdentityText(Path file, Optional<Secret> key) {
        this.file = file;
        this.cipher = key.map(StoreCipher::of);
    }

    String write(StoredIdentity identity) {
        JsonObject json = IdentityForm.write(identity);
        return Json.pretty(cipher
                .map(with -> new JsonObject().put("schema", IdentityForm.SCHEMA).put("jwe", with.encrypt(Json.text(json)))).orElse(json));
    }

    /** @param toBeEncrypted whether it was written before there was a key */
    record Content(StoredIdentity identity, boolean toBeEncrypted) {}

    /**
     * Fails with a {@link StoreException} if another version or another key is needed, and in any other way if it is damaged.
     *
     * @param written when
     */
    Content read(byte[] bytes, Instant written) throws IOException {
        JsonObject json = Json.object(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        int schema = json.getInteger("schema");
        if (schema > IdentityForm.SCHEMA) {
            throw new StoreException(file + " has schema " + schema + ", which is of a later version than this one. "
                    + "Cure: use the version that wrote it, or move it away");
        }
        if (schema == FIRST_SCHEMA) {
            return new Content(IdentityForm.readFirst(json, written), cipher.isPresent());
        }
        String jwe = json.getString("jwe");
        if (jwe == null) {
            return new Content(IdentityForm.read(json), cipher.isPresent());
        }
        return new Content(IdentityForm.read(Json.object(decrypted(jwe))), false);
    }

    private String decrypted(String jwe) {
        StoreCipher with = cipher.orElseThrow(() -> new StoreException(file + " is encrypted, and there is no openchami.auth.store.key. "
                + "Cure: set the key that it was written with, or move the file away"));
        if (!with.fits(jwe)) {
            throw new StoreException(file + " is encrypted with another key than openchami.auth.store.key. "
                    + "Cure: set the key that it was written with, or move the file away");
        }
        return with.decrypt(jwe);
    }
}
