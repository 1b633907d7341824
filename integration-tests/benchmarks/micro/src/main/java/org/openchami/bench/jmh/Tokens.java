package org.openchami.bench.jmh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Good tokens, of which the next comes after the one before, for ever. */
@State(Scope.Benchmark)
public class Tokens {
    @Param({"RS256", "ES256"})
    String algorithm;

    private List<String> tokens;
    private int next;

    @Setup
    public void read() throws Exception {
        tokens = Files.readAllLines(Path.of(System.getProperty("benchmark.tokens"), algorithm + ".tokens"));
    }

    List<String> all() {
        return tokens;
    }

    int next() {
        next = next + 1 == tokens.size() ? 0 : next + 1;
        return next;
    }
}
