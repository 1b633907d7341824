package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.secret.SecretFileException;

class ProofTest {
    @TempDir
    private Path folder;

    private static Proof proof(String... pairs) {
        return new Proof(new IdentityWorld(pairs).settings().own(), Clock.systemUTC());
    }

    private Proof givenBy(String key, String file, String... more) {
        String[] pairs = {"openchami.auth.registration.kind", "given", "openchami.auth.client.id", "bss-1", key,
                folder.resolve(file).toString()};
        String[] all = Arrays.copyOf(pairs, pairs.length + more.length);
        System.arraycopy(more, 0, all, pairs.length, more.length);
        return proof(all);
    }

    private Proof givenSecret() {
        return givenBy("openchami.auth.client.secret-file", "secret", "openchami.auth.client.authentication", "client_secret_basic");
    }

    /** Puts a new key into the file; gives its id. */
    private String putKey() throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        FileOf.secret(folder.resolve("key"), key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        return key.getKeyId();
    }

    private static PlayedProof shown(Proof proof, StoredIdentity identity) {
        return PlayedProof.of(proof.prove(identity));
    }

    @Test
    void aGivenKeyThatIsReplacedSignsFromThenOn() throws JoseException {
        String first = putKey();
        Proof proof = givenBy("openchami.auth.client.key-file", "key");
        StoredIdentity identity = proof.first();
        assertThat(shown(proof, identity).kid()).contains(first);

        String second = putKey();

        assertThat(shown(proof, identity).kid()).contains(second);
        assertThat(proof.keys(identity).current().kid()).isEqualTo(second);
    }

    @Test
    void aGivenSecretThatIsReplacedIsShownFromThenOn() {
        FileOf.secret(folder.resolve("secret"), "first");
        Proof proof = givenSecret();
        StoredIdentity identity = proof.first();
        assertThat(shown(proof, identity).secret()).contains(Secret.of("first"));

        FileOf.secret(folder.resolve("secret"), "second");

        assertThat(shown(proof, identity).secret()).contains(Secret.of("second"));
    }

    @Test
    void theGivenClientIdIsTheConfiguredOneWhateverIsStored() {
        FileOf.secret(folder.resolve("secret"), "first");
        Proof proof = givenSecret();

        assertThat(shown(proof, proof.first().with(StoredClient.named("bss-0"))).clientId()).isEqualTo("bss-1");
    }

    @Test
    void aGivenSecretIsPreferredToAStoredOne() {
        FileOf.secret(folder.resolve("secret"), "given");
        Proof proof = givenSecret();

        assertThat(shown(proof, proof.first().with(new ClientSecret(Secret.of("stored"), Instant.EPOCH, Optional.empty()))).secret())
                .contains(Secret.of("given"));
    }

    @Test
    void aGivenFileThatOthersMayReadIsRefusedWithItsCure() throws IOException {
        FileOf.mode(FileOf.secret(folder.resolve("secret"), "first"), "rw-r--r--");
        Proof proof = givenSecret();

        assertThat(catchThrowable(() -> proof.prove(proof.first()))).isInstanceOf(SecretFileException.class).hasMessageContaining("chmod")
                .hasMessageNotContaining("first");
    }

    @Test
    void theFirstIdentityAtHydraHasItsIdAndAKey() {
        StoredIdentity first = proof().first();

        assertThat(first.client()).contains(StoredClient.named("bss"));
        assertThat(first.secret()).isEmpty();
    }

    @Test
    void theFirstIdentityThatASecretProvesHasOneOf256RandomBits() {
        Secret secret = proof("openchami.auth.client.authentication", "client_secret_post").first().secret().orElseThrow().value();

        assertThat(Base64.getUrlDecoder().decode(secret.reveal())).hasSize(32);
    }

    @Test
    void theFirstIdentityOfDynamicRegistrationHasNoIdAndNoSecret() {
        StoredIdentity first = proof("openchami.auth.registration.kind", "dynamic", "openchami.auth.client.authentication",
                "client_secret_post").first();

        assertThat(first.client()).isEmpty();
        assertThat(first.secret()).isEmpty();
    }

    @Test
    void twoFirstIdentitiesAreTwoInstances() {
        assertThat(proof().first().instance()).isNotEqualTo(proof().first().instance());
    }

    @Test
    void aSecretThatTheConfigurationNowNeedsIsMade() {
        StoredIdentity stored = proof().first();
        Proof now = proof("openchami.auth.client.authentication", "client_secret_basic");

        assertThat(stored.secret()).isEmpty();
        assertThat(now.completed(stored).secret()).isPresent();
        assertThat(now.completed(stored).keys()).isEqualTo(stored.keys());
    }

    @Test
    void whatFitsTheConfigurationStaysAsItIs() {
        StoredIdentity stored = proof().first();

        assertThat(proof().completed(stored)).isSameAs(stored);
    }

    @Test
    void anotherNameOfTheServiceKeepsTheFormerClientToBeDeleted() {
        StoredIdentity renamed = proof("quarkus.application.name", "bss-2").completed(proof().first());

        assertThat(renamed.client()).map(StoredClient::id).contains("bss-2");
        assertThat(renamed.former()).map(StoredClient::id).contains("bss");
    }
}
