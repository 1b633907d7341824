package org.openchami.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, without the frames of stack traces. */
record LogTail(Path file, int lines) {
    private static final int BYTES = 64 * 1024;
    private static final String STACK_FRAME = "\\s+(at \\S+\\(.*|\\.\\.\\. \\d+ (more|common frames omitted))";

    String read() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(0, log.length() - BYTES));
            byte[] end = new byte[(int) Math.min(BYTES, log.length())];
            log.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.matches(STACK_FRAME)).toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log at " + file + ")";
        }
    }
}
