package org.openchami.it.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import org.awaitility.Awaitility;

import io.vertx.core.json.JsonObject;

/** The audit records of one service: a file with one JSON object a line, which grows. */
public record AuditLog(Path file) {
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(20);

    /** All records so far, in the order in which the answers were sent. */
    public List<AuditRecord> records() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(line -> new AuditRecord(new JsonObject(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records for which that holds; waits for the first. */
    public List<AuditRecord> await(Predicate<AuditRecord> which) {
        return Awaitility.await("a record in " + file).atMost(WRITTEN_WITHIN)
                .until(() -> records().stream().filter(which).toList(), found -> !found.isEmpty());
    }

    /** The record of the request that carried this W3C trace id; waits for it. */
    public AuditRecord ofTrace(String trace) {
        return await(entry -> entry.at("/trace/id").equals(trace)).get(0);
    }

    /** The records of a transaction; waits for the first. */
    public List<AuditRecord> ofTransaction(String id) {
        return await(entry -> entry.at("/transaction/id").equals(id));
    }
}
