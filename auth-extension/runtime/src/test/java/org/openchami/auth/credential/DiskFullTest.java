package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.secret.Secret;

/** On a real disk of 64 KiB, which only root may mount. */
class DiskFullTest {
    @TempDir
    Path temporary;

    private Path disk;
    private Path folder;
    private IdentityStore store;
    private boolean mounted;

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temporary.resolve("disk"));
        try {
            mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString());
        } catch (IOException e) {
            mounted = false;
        }
        assumeTrue(mounted, "a small disk can't be mounted here");
        folder = disk.resolve("auth");
        store = IdentityStore.inFile(folder.resolve("bss.json"), Optional.empty(), Clock.systemUTC());
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    /** Takes all the room but this much. */
    private Path fill(long free) throws IOException {
        Path filling = disk.resolve("filling");
        try (OutputStream out = Files.newOutputStream(filling)) {
            for (long room = Files.getFileStore(disk).getUsableSpace() - free; room > 0; room -= 4096) {
                out.write(new byte[4096]);
            }
        }
        return filling;
    }

    private void isRefused(StoredIdentity identity) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(identity)).withMessageContaining(folder.toString())
                .withMessageContaining("No space left on device").withMessageContaining("Cure: ").withMessageContaining("room on its disk");
    }

    private static StoredIdentity large() {
        return IdentityOf.registered("new").with(new StoredRefresh(Optional.of(Secret.of("x".repeat(20_000))), Optional.empty()));
    }

    @Test
    void theIdentityBeforeStaysAndNothingIsLeftBehind() throws IOException {
        store.save(IdentityOf.registered("old"));
        fill(0);
        isRefused(IdentityOf.registered("new"));

        assertThat(IdentityOf.text(store.load().orElseThrow())).isEqualTo(IdentityOf.text(IdentityOf.registered("old")));
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(path -> path.getFileName().toString().startsWith("next-"));
        }
    }

    @Test
    void aWriteThatEndsInTheMiddleLeavesTheIdentityBefore() throws IOException {
        store.save(IdentityOf.registered("old"));
        fill(8192);
        isRefused(large());

        assertThat(IdentityOf.text(store.load().orElseThrow())).isEqualTo(IdentityOf.text(IdentityOf.registered("old")));
    }

    @Test
    void theFirstIdentityIsRefusedAndThereIsNone() throws IOException {
        fill(0);

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.create(IdentityOf.fresh()))
                .withMessageContaining(folder.toString()).withMessageContaining("room on its disk");
        assertThat(store.load()).isEmpty();
    }

    @Test
    void itIsStoredAsSoonAsThereIsRoom() throws IOException {
        store.save(IdentityOf.registered("old"));
        Path filling = fill(0);
        isRefused(IdentityOf.registered("new"));
        Files.delete(filling);
        store.save(IdentityOf.registered("new"));

        assertThat(IdentityOf.text(store.load().orElseThrow())).isEqualTo(IdentityOf.text(IdentityOf.registered("new")));
    }
}
