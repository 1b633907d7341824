package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.secret.Secret;

class ClientProofTest {

    private static String pair(ClientProof proof) {
        String header = proof.authorization().orElseThrow().reveal();
        assertThat(header).startsWith("Basic ");
        return new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({"+, %2B", "=, %3D", "&, %26", "%, %25", ":, %3A", "ü, %C3%BC", "' ', +", "a-b_c.d~, a-b_c.d%7E"})
    void basicFormEncodesIdAndSecretBeforeItJoinsThem(String text, String encoded) {
        assertThat(pair(ClientProof.basic("id" + text, Secret.of(text + "secret")))).isEqualTo("id" + encoded + ":" + encoded + "secret");
    }

    @Test
    void basicIsReadBackAsItWas() {
        String[] parts = pair(ClientProof.basic("b:s s", Secret.of("p+=&%:ü/?#"))).split(":");

        assertThat(parts).hasSize(2).extracting(part -> URLDecoder.decode(part, StandardCharsets.UTF_8)).containsExactly("b:s s",
                "p+=&%:ü/?#");
    }

    @Test
    void basicPutsNothingIntoTheBody() {
        assertThat(ClientProof.basic("bss", Secret.of("s3cret")).form()).isEmpty();
    }

    @Test
    void postPutsIdAndSecretIntoTheBodyAsTheyAre() {
        ClientProof proof = ClientProof.post("bss", Secret.of("p+=&%:ü"));

        assertThat(proof.form()).containsOnlyKeys("client_id", "client_secret").containsEntry("client_id", "bss")
                .containsEntry("client_secret", "p+=&%:ü");
        assertThat(proof.authorization()).isEmpty();
    }

    @Test
    void aSecretOfOurOwnHas256BitsAndNeedsNoEncoding() {
        ClientSecret secret = ClientSecret.generate(Instant.EPOCH);

        assertThat(Base64.getUrlDecoder().decode(secret.value().reveal())).hasSize(32);
        assertThat(pair(ClientProof.basic("bss", secret.value()))).isEqualTo("bss:" + secret.value().reveal());
        assertThat(secret.since()).isEqualTo(Instant.EPOCH);
        assertThat(secret.expiresAt()).isEmpty();
        assertThat(ClientSecret.generate(Instant.EPOCH).value().reveal()).isNotEqualTo(secret.value().reveal());
    }
}
