package org.openchami.bench.jmh;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What no verifier can be faster than: the Java platform's check of a signature, of bytes that lie ready. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(0)
public class BareSignature {
    private PublicKey key;
    private Signature check;
    private final List<byte[]> signed = new ArrayList<>();
    private final List<byte[]> signatures = new ArrayList<>();

    @Setup
    public void read(Tokens tokens) throws Exception {
        boolean rsa = tokens.algorithm.equals("RS256");
        JsonWebKeySet keys = new JsonWebKeySet(Files.readString(Path.of(System.getProperty("benchmark.tokens"), "jwks.json")));
        JsonWebKey jwk = keys.getJsonWebKeys().stream().filter(one -> one.getAlgorithm().equals(tokens.algorithm)).findFirst()
                .orElseThrow();
        key = (PublicKey) jwk.getKey();
        check = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
        for (String token : tokens.all()) {
            int end = token.lastIndexOf('.');
            signed.add(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            signatures.add(Base64.getUrlDecoder().decode(token.substring(end + 1)));
        }
    }

    @Benchmark
    public boolean bare(Tokens turn) throws GeneralSecurityException {
        int next = turn.next();
        check.initVerify(key);
        check.update(signed.get(next));
        if (!check.verify(signatures.get(next))) {
            throw new IllegalStateException("a good signature is bad");
        }
        return true;
    }
}
