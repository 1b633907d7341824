package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @TempDir
    Path folder;

    @Test
    void onlyWhatCameAfterThePlaceIsRead() throws IOException {
        AuditLog log = log("{\"transaction\":{\"id\":\"old\"}}\n");
        long place = log.end();
        append("{\"transaction\":{\"id\":\"new\"}}\n");
        assertThat(log.since(place)).extracting(AuditRecord::transaction).containsExactly("new");
    }

    @Test
    void aLineThatIsStillBeingWrittenWaits() throws IOException {
        AuditLog log = log("{\"transaction\":{\"id\":\"whole\"}}\n{\"transac");
        assertThat(log.since(0)).extracting(AuditRecord::transaction).containsExactly("whole");
    }

    @Test
    void aLogThatIsNotThereYetIsEmpty() {
        AuditLog log = new AuditLog("bss", folder.resolve("none.log"));
        assertThat(log.end()).isZero();
        assertThat(log.since(0)).isEmpty();
    }

    private AuditLog log(String content) throws IOException {
        Files.writeString(folder.resolve("audit.log"), content);
        return new AuditLog("bss", folder.resolve("audit.log"));
    }

    private void append(String line) throws IOException {
        Files.writeString(folder.resolve("audit.log"), line, StandardOpenOption.APPEND);
    }
}
