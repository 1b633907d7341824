package org.openchami.smd.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words that some attributes are limited to. They are read in any case, and stored as written here. */
enum Vocabulary {
    STATE("Unknown", "Empty", "Populated", "Off", "On", "Standby", "Halt", "Ready"),
    FLAG("OK", "Warning", "Alert", "Unknown",
            "Locked"),
    ROLE("Compute", "Service", "System", "Application", "Storage", "Management"),
    SUB_ROLE("Master", "Worker",
            "Storage"),
    ARCH("X86", "ARM", "Other",
            "UNKNOWN"),
    NET_TYPE("Sling", "Infiniband", "Ethernet", "OEM", "None"),
    CLASS("River", "Mountain", "Hill");

    private final Map<String, String> words;

    Vocabulary(String... words) {
        this.words = List.of(words).stream()
                .collect(Collectors.toUnmodifiableMap(word -> word.toLowerCase(Locale.ROOT), Function.identity()));
    }

    Optional<String> canonical(String anyCase) {
        String word = anyCase.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(words.get(this == FLAG && word.equals("warn") ? "warning" : word));
    }
}
