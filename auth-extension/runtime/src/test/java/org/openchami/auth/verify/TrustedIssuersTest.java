package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.config.Configured;

import io.vertx.core.Vertx;

class TrustedIssuersTest {

    @Test
    void anIssuerIsFoundByItsNameToTheLetter() {
        TrustedIssuers issuers = new TrustedIssuers(null, Configured.with("openchami.auth.issuer", "https://hydra.example.org/"));

        assertThat(issuers.get("https://hydra.example.org/").name()).isEqualTo("authority");
        assertThat(issuers.get("https://hydra.example.org")).isNull();
        assertThat(issuers.get("https://Hydra.example.org/")).isNull();
        assertThat(issuers.get("")).isNull();
    }

    @Test
    void aRevocationIsNoticedWhileTheServiceRuns(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("not-before"), "");
        Vertx vertx = Vertx.vertx();
        try {
            TrustedIssuers issuers = new TrustedIssuers(vertx, Configured.with("openchami.auth.issuer", "https://hydra.example.org",
                    "openchami.auth.issuers.authority.not-before-file", file.toString()));
            issuers.start(null);
            NotBefore notBefore = issuers.get("https://hydra.example.org").notBefore();
            assertThat(notBefore.revokes(0)).isFalse();
            Files.writeString(file, Instant.EPOCH.plusSeconds(1).toString());

            for (int i = 0; i < 600 && !notBefore.revokes(0); i++) {
                Thread.sleep(100);
            }
            assertThat(notBefore.revokes(0)).isTrue();
            issuers.stop(null);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
