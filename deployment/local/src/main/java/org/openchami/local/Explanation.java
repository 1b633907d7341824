package org.openchami.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** One message for the person at the terminal, whatever it was that failed. */
final class Explanation {
    private Explanation() {}

    static String of(RuntimeException failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return of(unchecked.getCause());
        }
        return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
    }

    private static String of(IOException failure) {
        if (String.valueOf(failure.getMessage()).contains("No space left")) {
            return "The disk is full. Make room where this project is and in the folder for temporary files. (" + failure.getMessage()
                    + ")";
        }
        if (failure instanceof FileSystemException file) {
            return "Can't write " + file.getFile() + ". Is it this user's, and writable? (" + failure + ")";
        }
        return failure.toString();
    }
}
