package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.secret.FileOf;

import io.quarkus.runtime.configuration.ConfigurationException;

class GivenKeyFileTest {
    @TempDir
    Path folder;

    @Test
    void aKeyFileThatCantBeUsedStopsTheStartWithItsKeyAndItsCure() throws IOException {
        Path file = FileOf.mode(FileOf.secret(folder.resolve("key.pem"), "s3cret"), "rw-r--r--");
        IdentityWorld world = new IdentityWorld("openchami.auth.registration.kind", "given", "openchami.auth.client.key-file",
                file.toString());

        assertThatThrownBy(world::process).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("OCAUTH-0001 openchami.auth.client.key-file: ").hasMessageContaining("chmod")
                .hasMessageNotContaining("s3cret");
    }
}
