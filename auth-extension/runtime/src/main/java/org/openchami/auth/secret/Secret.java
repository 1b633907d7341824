package org.openchami.auth.secret;

import java.util.Objects;

/** A value that nothing prints: {@code toString} is masked, so that logs, dumps and messages hold none of it. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself, for the one place that sends or stores it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
