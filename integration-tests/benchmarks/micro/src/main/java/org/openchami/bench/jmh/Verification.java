package org.openchami.bench.jmh;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.inject.spi.CDI;

import org.openchami.auth.verify.TokenVerifier;
import org.openchami.auth.verify.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The verifier: with its cache, and where that is turned off ({@code openchami.auth.token.cache-size=0}). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(0)
public class Verification {
    private static final String PEER = "127.0.0.1";

    private TokenVerifier verifier;
    private List<String> tokens;

    @Setup
    public void fill(Tokens all) {
        verifier = CDI.current().select(TokenVerifier.class).get();
        tokens = all.all();
        for (String token : tokens) {
            if (!(verify(token) instanceof Verdict.Accepted)) {
                throw new IllegalStateException("a good token is refused");
            }
        }
    }

    @Benchmark
    public Verdict hit(Tokens turn) {
        Optional<Verdict.Accepted> verdict = verifier.cached(tokens.get(turn.next()));
        return verdict.orElseThrow();
    }

    @Benchmark
    public Verdict miss(Tokens turn) {
        return verify(tokens.get(turn.next()));
    }

    private Verdict verify(String token) {
        return verifier.verify(token, PEER).await().indefinitely();
    }
}
