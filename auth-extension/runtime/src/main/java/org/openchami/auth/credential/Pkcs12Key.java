package org.openchami.auth.credential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.secret.Secret;

/** The one key entry in a PKCS#12 file (RFC 7292); its certificate holds the public half. */
final class Pkcs12Key {
    private static final String CURE = ". Cure: openchami.auth.client.key-password-file names the file with its password";

    private Pkcs12Key() {}

    static SigningKey read(byte[] bytes, Optional<Secret> password) {
        char[] chars = password.map(Secret::reveal).map(String::toCharArray).orElse(null);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), chars);
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            if (keys.size() != 1) {
                throw new IllegalArgumentException(
                        "it is PKCS#12 with " + keys.size() + " key entries. Cure: leave the one that is registered");
            }
            if (chars == null) {
                throw new IllegalArgumentException("it is PKCS#12, and no password is given" + CURE);
            }
            return key(store, keys.get(0), chars);
        } catch (IOException e) {
            throw unopened(e.getCause() instanceof UnrecoverableKeyException);
        } catch (UnrecoverableKeyException e) {
            throw unopened(true);
        } catch (GeneralSecurityException e) {
            throw unopened(false);
        } finally {
            if (chars != null) {
                Arrays.fill(chars, '\0');
            }
        }
    }

    private static SigningKey key(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        if (store.getKey(alias, password) instanceof PrivateKey key && store.getCertificate(alias) != null) {
            return SigningKey.of(store.getCertificate(alias).getPublicKey(), key);
        }
        throw new IllegalArgumentException("its key entry is no private key with a certificate. Cure: use PEM or JWK");
    }

    private static IllegalArgumentException unopened(boolean password) {
        return new IllegalArgumentException(password
                ? "it is PKCS#12, and its password is another" + CURE
                : "it is neither PEM, JWK nor PKCS#12, or damaged. Cure: copy the key anew, in one of these");
    }
}
