package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.secret.FileOf;

class IdentityModeTest {
    private static final String CANARY = "c4nary-s3cret-0f-some-length";
    @TempDir
    private Path folder;

    private static String line(String... pairs) {
        Settings settings = new IdentityWorld(pairs).settings();
        String line = IdentityMode.of(settings).line(settings);
        assertThat(line).doesNotContain(CANARY);
        return line;
    }

    private static IdentityMode mode(String... pairs) {
        return IdentityMode.of(new IdentityWorld(pairs).settings());
    }

    @Test
    void aServiceThatCallsNobodyNeedsNone() {
        Settings settings = Configured.with();

        assertThat(IdentityMode.of(settings)).isEqualTo(IdentityMode.NONE);
        assertThat(IdentityMode.NONE.line(settings)).contains("'smd'", "none is needed");
    }

    @Test
    void byDefaultItRegistersItselfAtHydra() {
        assertThat(mode()).isEqualTo(IdentityMode.HYDRA);
        assertThat(line()).contains("'bss'", "registers itself at Hydra's admin API", "renews", "heals", "private_key_jwt ES256");
    }

    @Test
    void theLineNamesTheAlgorithmOfOurKeys() {
        assertThat(line("openchami.auth.client.algorithm", "PS256")).contains("private_key_jwt PS256");
    }

    @Test
    void aSecretHasNoAlgorithm() {
        assertThat(line("openchami.auth.client.authentication", "client_secret_post")).contains("(client_secret_post)")
                .doesNotContain("ES256");
    }

    @Test
    void dynamicTellsThatALostClientGetsAnotherId() {
        String line = line("openchami.auth.registration.kind", "dynamic", "openchami.auth.registration.initial-access-token", CANARY);

        assertThat(line).contains("registers itself by RFC 7591", "replaced by one with another id");
    }

    @Test
    void givenTellsThatItCanNeitherRegisterNorRepair() {
        String line = line("openchami.auth.registration.kind", "given", "openchami.auth.client.id", "bss-1",
                "openchami.auth.client.authentication", "client_secret_basic", "openchami.auth.client.secret", CANARY);

        assertThat(line).contains("'bss-1'", "registered by an operator", "can neither register nor repair itself", "client_secret_basic");
    }

    @Test
    void aGivenKeyDecidesTheAlgorithmByItself() {
        FileOf.secret(folder.resolve("key"), CANARY);

        assertThat(line("openchami.auth.registration.kind", "given", "openchami.auth.client.id", "bss-1", "openchami.auth.client.key-file",
                folder.resolve("key").toString())).contains("(private_key_jwt)").doesNotContain("ES256");
    }

    @Test
    void accessOnlyTellsThatItCanRenewNothing() {
        String line = line("openchami.auth.client.access-token", CANARY);

        assertThat(mode("openchami.auth.client.access-token", CANARY)).isEqualTo(IdentityMode.ACCESS_ONLY);
        assertThat(line).contains("'bss'", "until that ends", "can't renew it, register or repair anything")
                .doesNotContain("private_key_jwt");
    }

    @Test
    void aRefreshTokenIsSpentFirst() {
        assertThat(line("openchami.auth.client.refresh-token", CANARY)).contains("spends the refresh token it is given first");
        assertThat(line()).doesNotContain("refresh token");
    }

    @Test
    void eachModeHasANameForHealth() {
        assertThat(IdentityMode.values()).extracting(IdentityMode::text).containsExactly("none", "hydra", "dynamic", "given",
                "access-only");
    }
}
