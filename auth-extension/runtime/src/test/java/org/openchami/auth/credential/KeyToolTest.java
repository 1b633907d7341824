package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.SecretFileException;

/** Keys from the tools that operators make them with. */
class KeyToolTest {
    @TempDir
    Path folder;

    private Path key() {
        return folder.resolve("key");
    }

    private void run(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile()).start();
        } catch (IOException e) {
            abort(command[0] + " is not installed");
            return;
        }
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
    }

    private void keytool(String alias, String... algorithm) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keystore", key().toString(), "-storetype", "PKCS12", "-storepass", "correct horse", "-dname", "CN=bss",
                "-alias", alias));
        command.addAll(List.of(algorithm));
        run(command.toArray(String[]::new));
        FileOf.mode(key(), "rw-------");
    }

    private SigningKey read(String password) {
        return KeyFile.read(key(), Optional.of(FileOf.secret(folder.resolve("password"), password + "\n")));
    }

    @ParameterizedTest
    @CsvSource({"EC,-groupname,secp256r1,ES256", "RSA,-keysize,2048,PS256"})
    void pkcs12IsReadWithItsPassword(String type, String option, String value, KeyAlgorithm algorithm) throws Exception {
        keytool("bss", "-keyalg", type, option, value);

        assertThat(read("correct horse").algorithm()).isEqualTo(algorithm);
        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> read("battery staple"))
                .withMessageContaining("its password is another. Cure: openchami.auth.client.key-password-file")
                .withMessageNotContaining("battery");
        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> KeyFile.read(key(), Optional.empty()))
                .withMessageContaining("no password is given. Cure: openchami.auth.client.key-password-file");
    }

    @Test
    void pkcs12WithTwoKeysIsRefused() throws Exception {
        keytool("one", "-keyalg", "EC", "-groupname", "secp256r1");
        keytool("two", "-keyalg", "EC", "-groupname", "secp256r1");

        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> read("correct horse"))
                .withMessageContaining("2 key entries. Cure: ");
    }

    @Test
    void theLineThatAddsThePublicHalfDoes() throws Exception {
        Path bare = FileOf.secret(folder.resolve("bare"),
                KeyForms.pem("PRIVATE KEY", KeyForms.ec("secp256r1").getPrivate().getEncoded()));
        String refusal = assertThrows(SecretFileException.class, () -> KeyFile.read(bare, Optional.empty())).getMessage();
        run("openssl", "version");
        run("sh", "-c", refusal.substring(refusal.indexOf("openssl")).replace(bare + ".whole", key().toString()));

        assertThat(KeyFile.read(key(), Optional.empty()).algorithm()).isEqualTo(KeyAlgorithm.ES256);
    }

    @ParameterizedTest
    @CsvSource({"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key,ES256", "genrsa -out key 2048,PS256",
            "genrsa -traditional -out key 2048,PS256", "ecparam -name prime256v1 -genkey -out key,ES256"})
    void whatOpensslMakesIsRead(String command, KeyAlgorithm algorithm) throws Exception {
        run(("openssl " + command).split(" "));
        FileOf.mode(key(), "rw-------");

        assertThat(KeyFile.read(key(), Optional.empty()).algorithm()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @CsvSource({"ecdsa,256,ES256", "rsa,2048,PS256"})
    void whatSshKeygenMakesIsRead(String type, String bits, KeyAlgorithm algorithm) throws Exception {
        run("ssh-keygen", "-q", "-t", type, "-b", bits, "-N", "", "-f", key().toString());

        assertThat(KeyFile.read(key(), Optional.empty()).algorithm()).isEqualTo(algorithm);
    }

    @Test
    void anEd25519KeyOfOpensshIsRefused() throws Exception {
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key().toString());

        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> KeyFile.read(key(), Optional.empty()))
                .withMessageContaining("Hydra takes");
    }

    @Test
    void anOpensshKeyWithAPasswordIsReadAfterTheLineThatRemovesIt() throws Exception {
        run("ssh-keygen", "-q", "-t", "ecdsa", "-N", "correct horse", "-f", key().toString());
        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> KeyFile.read(key(), Optional.empty()))
                .withMessageEndingWith("ssh-keygen -p -N '' -f " + key());

        run("ssh-keygen", "-q", "-p", "-P", "correct horse", "-N", "", "-f", key().toString());
        assertThat(KeyFile.read(key(), Optional.empty()).algorithm()).isEqualTo(KeyAlgorithm.ES256);
    }
}
