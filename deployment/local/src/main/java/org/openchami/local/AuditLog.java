package org.openchami.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The audit records of one service: a file with one JSON object a line, which grows. */
record AuditLog(String service, Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where it ends now. */
    long end() {
        return file.toFile().length();
    }

    /** The whole lines written after that place. */
    List<AuditRecord> since(long place) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(Math.max(0, log.length() - place))];
            log.seek(place);
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().filter(line -> !line.isBlank()).map(this::record).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AuditRecord record(String line) {
        try {
            return new AuditRecord(line, JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new LocalFailure(service + " wrote an audit line that is not JSON: " + line, e);
        }
    }
}
