package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonObject;

/** Nothing that this room makes says a secret when it is printed. */
class CanaryTest {
    private static final StoredIdentity WHOLE = IdentityOf.whole();

    @TempDir
    Path folder;

    private static List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of("the-client-secret", "the-access-token", "the-former-token",
                "the-refresh-token"));
        WHOLE.keys().all().forEach(key -> secrets.add(new JsonObject(key.privateJwk().reveal()).getString("d")));
        return secrets;
    }

    private static void isSilent(Object value) {
        assertThat(secrets()).noneMatch(String.valueOf(value)::contains);
    }

    @Test
    void noValuePrintsASecret() {
        Secret secret = WHOLE.secret().orElseThrow().value();
        Stream.of(WHOLE, WHOLE.keys(), WHOLE.keys().current(), WHOLE.secret(), WHOLE.client(), WHOLE.refresh(), WHOLE.former(),
                ClientProof.basic("bss", secret), ClientProof.post("bss", secret),
                ClientProof.assertion(WHOLE.keys().current(), "bss", "http://hydra", Clock.systemUTC()),
                GivenKey.jwk(new JsonObject(WHOLE.keys().current().privateJwk().reveal()).getMap()), IdentityStore.inMemory(),
                IdentityStore.inFile(folder.resolve("bss.json"), Optional.of(ClientSecret.generate(IdentityOf.SINCE).value()),
                        Clock.systemUTC()))
                .forEach(CanaryTest::isSilent);
    }

    @Test
    void noProofPrintsWhatItProvesWith() {
        ClientProof proof = ClientProof.assertion(WHOLE.keys().current(), "bss", "http://hydra", Clock.systemUTC());

        assertThat(proof.toString()).doesNotContain(proof.form().get("client_assertion"));
        assertThat(ClientProof.basic("bss", Secret.of("s3cret"))).hasToString("proof by [] and Authorization");
    }

    /** The identity, spoilt in each of its characters that ends a value or a name. */
    @Test
    void noFailureToReadAnIdentityPrintsASecret() {
        String text = IdentityOf.text(WHOLE);
        IdentityText reader = new IdentityText(folder.resolve("bss.json"), Optional.empty());
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            String spoilt = text.substring(0, at) + "7" + text.substring(at + 1);
            try {
                reader.read(spoilt.getBytes(StandardCharsets.UTF_8), IdentityOf.SINCE);
            } catch (StoreException e) {
                isSilent(e);
            } catch (Exception e) {
                // what the store says is in the log, and names the file alone
            }
        }
    }

    @Test
    void noRefusalOfAKeyPrintsIt() {
        JsonObject jwk = new JsonObject(WHOLE.keys().current().privateJwk().reveal());
        for (String name : List.of("kty", "crv", "x", "y", "d", "alg", "use")) {
            Path file = FileOf.secret(folder.resolve("key-" + name), jwk.copy().put(name, "AAAA").encode());
            try {
                KeyFile.read(file, Optional.empty());
            } catch (RuntimeException e) {
                isSilent(e);
                assertThat(e).hasNoCause();
            }
        }
    }
}
