package org.openchami.auth.rights;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

/** How many verified credentials were not admitted, by {@link Denial}; those in shadow, too. */
@Singleton
public class DenialCount {
    private final Map<Denial, LongAdder> counts = new EnumMap<>(
            Stream.of(Denial.values()).collect(Collectors.toMap(Function.identity(), denial -> new LongAdder())));

    public void count(Denial denial) {
        counts.get(denial).increment();
    }

    /** All of them by their codes, each name fixed from the start. */
    public Map<String, LongAdder> counts() {
        return counts.entrySet().stream().collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().code(), Map.Entry::getValue));
    }
}
