package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.secret.FileOf;

/** Where a service has not added Bouncy Castle, which is an optional dependency. */
class WithoutBouncyCastleTest {
    private static final KeyPair EC = KeyForms.ec("secp256r1");

    @TempDir
    Path folder;

    /** Our own classes anew, and no Bouncy Castle. */
    private static final class Without extends ClassLoader {

        Without() {
            super(WithoutBouncyCastleTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.bouncycastle.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null || !name.startsWith("org.openchami.auth.")) {
                return known != null ? known : super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private Object read(String content) throws Throwable {
        Path file = FileOf.secret(folder.resolve("key"), content);
        try {
            return new Without().loadClass(KeyFile.class.getName()).getMethod("read", Path.class, Optional.class).invoke(null, file,
                    Optional.empty());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void pkcs8IsRead() throws Throwable {
        assertThat(read(KeyForms.pkcs8(EC)).toString()).startsWith("ES256 key ");
    }

    @Test
    void theDependencyAndTheLineThatConvertsAreNamedForWhatTheJdkCannotRead() {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> read(KeyForms.sec1(EC)))
                .withMessageContaining("Cure: add the dependency org.bouncycastle:bcprov-jdk18on")
                .withMessageContaining("openssl pkcs8 -topk8 -nocrypt -in " + folder.resolve("key"));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> read(KeyForms.openSsh(EC, "none")))
                .withMessageContaining("org.bouncycastle:bcprov-jdk18on").withMessageContaining("ssh-keygen -p");
    }
}
