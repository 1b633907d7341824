package org.openchami.auth.credential;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.openchami.auth.secret.Json;
import org.openchami.auth.secret.SecretFile;
import org.openchami.auth.secret.SecretFileException;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Reads a private key that an operator put into a file: PEM (PKCS#8; with Bouncy Castle PKCS#1, SEC1 and OpenSSH, too), a JWK or a JWK set with one
 * private key (RFC 7517), or PKCS#12 with its password in a file. The key decides its algorithm, which the client must be registered for: ES256
 * for EC on P-256; PS256 for RSA, unless its JWK says RS256. Its id is its thumbprint (RFC 7638), unless its JWK names another: whoever registered
 * it did so under that name.
 */
public final class KeyFile {

    private KeyFile() {}

    /**
     * Blocks.
     *
     * @param passwordFile for PKCS#12 alone
     * @throws SecretFileException if one of the files breaks a rule of {@link SecretFile}, or holds no such key; it names the cure
     */
    public static SigningKey read(Path file, Optional<Path> passwordFile) {
        byte[] bytes = SecretFile.bytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            if (text.contains("-----BEGIN ")) {
                unneeded(passwordFile, "PEM");
                return PemKey.read(file, text);
            }
            if (text.stripLeading().startsWith("{")) {
                unneeded(passwordFile, "JWK");
                return jwk(Json.object(text));
            }
            return Pkcs12Key.read(bytes, passwordFile.map(SecretFile::read));
        } catch (DecodeException e) {
            throw new SecretFileException(file + " can't be used as our key: it is no JSON. Cure: copy the JWK anew");
        } catch (IllegalArgumentException e) {
            String said = e.getMessage();
            throw new SecretFileException(file + " can't be used as our key: " + said
                    + (said.contains("Cure: ") ? "" : ". Cure: use a private key of EC P-256, or of RSA with 2048 bits or more"));
        }
    }

    private static void unneeded(Optional<Path> passwordFile, String format) {
        if (passwordFile.isPresent()) {
            throw new IllegalArgumentException("it is " + format + ", and a password opens PKCS#12 alone. Cure: remove "
                    + "openchami.auth.client.key-password-file");
        }
    }

    private static SigningKey jwk(JsonObject json) {
        if (!json.containsKey("keys")) {
            return SigningKey.of(json.getMap());
        }
        List<Map<String, Object>> own = json.getValue("keys") instanceof JsonArray keys
                ? keys.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).filter(key -> key.containsKey("d"))
                        .map(JsonObject::getMap).toList()
                : List.of();
        if (own.size() != 1) {
            throw new IllegalArgumentException(
                    "it is a JWK set with " + own.size() + " private keys. Cure: leave the one that is registered");
        }
        return SigningKey.of(own.get(0));
    }
}
