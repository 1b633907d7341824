package org.openchami.auth.config;

import java.nio.file.Path;

/** A secret of the configuration: the value itself, or the file that holds it. Prints neither. */
public sealed interface SecretSource {

    /** @param value never printed */
    record Value(String value) implements SecretSource {
        @Override
        public String toString() {
            return "a value";
        }
    }

    record InFile(Path path) implements SecretSource {}
}
