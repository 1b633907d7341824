package org.openchami.auth.testing.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Writes key stores (RFC 7292). */
final class Pkcs12 {

    private Pkcs12() {}

    interface Content {
        void put(KeyStore store) throws GeneralSecurityException;
    }

    static Path write(Path file, String password, Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            content.put(store);
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password.toCharArray());
            }
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(file + " can't be written", e);
        }
    }
}
