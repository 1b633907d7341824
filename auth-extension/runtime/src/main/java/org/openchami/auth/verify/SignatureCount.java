package org.openchami.auth.verify;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.openchami.auth.keys.Algorithm;

/** How many signatures were computed on behalf of callers, by algorithm: what a flood of tokens may cost, and mostly must not. */
@Singleton
public class SignatureCount {
    private final Map<Algorithm, LongAdder> counts = new EnumMap<>(Algorithm.class);

    SignatureCount() {
        for (Algorithm algorithm : Algorithm.values()) {
            counts.put(algorithm, new LongAdder());
        }
    }

    void count(Algorithm algorithm) {
        counts.get(algorithm).increment();
    }

    /** By JWA name, each fixed from the start. */
    public Map<String, LongAdder> counts() {
        return counts.entrySet().stream().collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    public long sum() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
