package org.openchami.it.security;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.jose4j.base64url.Base64Url;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.keys.AesKey;
import org.jose4j.keys.PbkdfKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.refusal.Refused;

/** Nothing is decrypted, nothing inflated, and a token in a token is none. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptedTest {
    private final SecurityWorld world;

    EncryptedTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("encrypted")
    void jwe(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("nested")
    void nestedJwt(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("compressed")
    void zipDef(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    Stream<Arguments> encrypted() {
        Key rsa = world.ring().anyRsa().jwk().getPublicKey();
        Key ec = world.ring().ec().jwk().getPublicKey();
        String claims = world.good().claimsText();
        String bomb = " ".repeat(4_000_000) + claims;
        return Stream.of(argumentSet("RSA-OAEP-256 to a published key", jwe("RSA-OAEP-256", "A256GCM", rsa, claims, null)),
                argumentSet("RSA1_5 to a published key", jwe("RSA1_5", "A128CBC-HS256", rsa, claims, null)),
                argumentSet("ECDH-ES to a published key", jwe("ECDH-ES", "A256GCM", ec, claims, null)),
                argumentSet("dir", jwe("dir", "A128GCM", new AesKey(new byte[16]), claims, null)),
                argumentSet("PBES2", jwe("PBES2-HS256+A128KW", "A128GCM", new PbkdfKey("passphrase"), claims, null)),
                argumentSet("a good token within", jwe("RSA-OAEP-256", "A256GCM", rsa, world.good().sign(), null)),
                argumentSet("zip=DEF bomb of 4 MB", jwe("RSA-OAEP-256", "A256GCM", rsa, bomb, "DEF")),
                argumentSet("PBES2 of 2^31 rounds", endless()));
    }

    Stream<Arguments> nested() {
        Draft good = world.good();
        String inner = good.sign();
        return Stream.of(argumentSet("a token as the claims", good.sign(good.headerText(), inner)),
                argumentSet("a token as the claims, cty JWT", good.sign(good.header("cty", "\"JWT\"").headerText(), inner)),
                argumentSet("a token in quotes as the claims", good.sign(good.headerText(), Draft.quoted(inner))),
                argumentSet("cty JWT", good.header("cty", "\"JWT\"").sign()));
    }

    Stream<Arguments> compressed() {
        Draft good = world.good().header("zip", "\"DEF\"");
        byte[] header = good.headerText().getBytes(StandardCharsets.UTF_8);
        return Stream.of(argumentSet("compressed claims", good.key().token(header, deflated(good.claimsText()))),
                argumentSet("a bomb of 4 MB", good.key().token(header, deflated(" ".repeat(4_000_000) + good.claimsText()))));
    }

    private static String jwe(String alg, String enc, Key key, String payload, String zip) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jwe.setContentEncryptionAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jwe.setAlgorithmHeaderValue(alg);
            jwe.setEncryptionMethodHeaderParameter(enc);
            if (zip != null) {
                jwe.setCompressionAlgorithmHeaderParameter(zip);
            }
            jwe.setKey(key);
            jwe.setPayload(payload);
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String endless() {
        String header = "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2s\":\"AAAAAAAAAAA\",\"p2c\":2147483647}";
        return Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + ".AAAA.AAAA.AAAA.AAAA";
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
