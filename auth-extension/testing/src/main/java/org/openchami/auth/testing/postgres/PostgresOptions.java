package org.openchami.auth.testing.postgres;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a {@link Postgres} is to be.
 *
 * @param port the loopback port; a free one when empty
 * @param dataDirectory where the data stays for the next start; temporary when empty. Only the embedded kind can keep
 *        data, so naming a directory passes the container over
 */
public record PostgresOptions(OptionalInt port, Optional<Path> dataDirectory) {
    public static PostgresOptions defaults() {
        return new PostgresOptions(OptionalInt.empty(), Optional.empty());
    }

    public PostgresOptions withPort(int fixed) {
        return new PostgresOptions(OptionalInt.of(fixed), dataDirectory);
    }

    public PostgresOptions withDataDirectory(Path directory) {
        return new PostgresOptions(port, Optional.of(directory));
    }
}
