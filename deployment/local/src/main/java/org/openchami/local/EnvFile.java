package org.openchami.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses and process ids of the local run, as a file that a shell can source. There while the run is up. */
record EnvFile(Path path) {
    void write(Map<String, String> values) {
        String lines = values.entrySet().stream()
                .map(value -> value.getKey() + "='" + value.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
        PrivateFile.write(path, "# The local run that is up; gone when it ends.\n" + lines);
    }

    /** Empty if there is no file. */
    Map<String, String> read() {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            if (Files.exists(path)) {
                for (String line : Files.readAllLines(path)) {
                    int equals = line.indexOf('=');
                    if (!line.startsWith("#") && equals > 0) {
                        values.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
                    }
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unquoted(String value) {
        return value.substring(1, value.length() - 1).replace("'\\''", "'");
    }
}
