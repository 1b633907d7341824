package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest {
    private static final String ROUTE = "/boot/v1/hosts";

    @TempDir
    Path folder;
    private Transaction transaction;

    @BeforeEach
    void open() {
        Parts parts = new Parts(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        transaction = Transaction.open(parts, new AuditLog("bss", folder.resolve("bss")), new AuditLog("smd", folder.resolve("smd")),
                Duration.ZERO);
    }

    @Test
    void smdsRecordsAreThoseWithTheTransactionOfTheRoute() throws IOException {
        write("bss", record("other", "/boot/v1/bootscript", "node") + record("t1", ROUTE, "user"));
        write("smd", record("other", "/hsm/v2/a", "node") + record("t1", "/hsm/v2/b", "user") + record("t1", "/hsm/v2/c", "user"));
        Transaction.Records records = transaction.recorded(ROUTE, Map.of("/origin/kind", "user"), Map.of("/origin/kind", "user"));
        assertThat(records.bss()).hasSize(1);
        assertThat(records.smd()).extracting(found -> found.at("/http/route")).containsExactly("/hsm/v2/b", "/hsm/v2/c");
    }

    @Test
    void aRecordThatSaysSomethingElseIsAFailureThatShowsBoth() throws IOException {
        write("bss", record("t1", ROUTE, "user"));
        write("smd", record("t1", "/hsm/v2/b", "service"));
        assertThatThrownBy(() -> transaction.recorded(ROUTE, Map.of(), Map.of("/origin/kind", "user")))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("smd's audit record")
                .hasMessageContaining("{/origin/kind=service}")
                .hasMessageContaining("{/origin/kind=user}");
    }

    @Test
    void aServiceThatRecordedNothingIsNamed() throws IOException {
        write("bss", record("t1", ROUTE, "user"));
        assertThatThrownBy(() -> transaction.recorded(ROUTE, Map.of(), Map.of())).hasMessage("smd has no audit record of transaction t1.");
    }

    private void write(String service, String records) throws IOException {
        Files.writeString(folder.resolve(service), records);
    }

    private static String record(String id, String route, String origin) {
        return "{\"transaction\":{\"id\":\"" + id + "\"},\"http\":{\"route\":\"" + route + "\"},\"origin\":{\"kind\":\"" + origin
                + "\"}}\n";
    }
}
