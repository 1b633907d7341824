package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.testing.clock.TestClock;

import io.vertx.core.json.JsonObject;

/**
 * A write that ends before each of its steps and after each of its bytes, by the store's own calls to the file system. What this proves: no
 * state in between is ever loaded, and the steps come in the order that keeps old or new through a loss of power, on a disk that keeps what was
 * forced. That the disk and the kernel do so is taken from them.
 */
class StoreCrashTest {
    private static final int NEVER = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private final StoredIdentity before = IdentityOf.registered("old");
    private final StoredIdentity after = IdentityOf.registered("new");
    private final int length = new JsonObject(IdentityOf.text(after)).encodePrettily().length();

    private IdentityStore store;

    @BeforeEach
    void open() {
        store = IdentityStore.inFile(folder.resolve("bss.json"), Optional.empty(), TestClock.at(IdentityOf.SINCE));
    }

    private IdentityStore on(CrashingDisk disk) {
        return IdentityStore.inFile(disk.of(folder).resolve("bss.json"), Optional.empty(), TestClock.at(IdentityOf.SINCE));
    }

    private void crash(int steps, int bytes, Consumer<IdentityStore> work) {
        assertThatThrownBy(() -> work.accept(on(new CrashingDisk(steps, bytes)))).isInstanceOf(CrashingDisk.Crash.class);
    }

    private String loaded() {
        return store.load().map(IdentityOf::text).orElse("nothing");
    }

    @Test
    void aSaveForcesTheFileThenRenamesItThenForcesTheRename() {
        CrashingDisk disk = new CrashingDisk(NEVER, 0);
        on(disk).save(after);

        assertThat(disk.steps()).containsExactly("create", "write", "force file", "move", "force folder");
    }

    @Test
    void theFirstIdentityIsForcedThenLinkedThenTheLinkIsForced() {
        CrashingDisk disk = new CrashingDisk(NEVER, 0);
        on(disk).create(after);

        assertThat(disk.steps()).containsExactly("create", "write", "force file", "link", "delete", "force folder");
    }

    @Test
    void aSaveThatEndsBeforeAnyOfItsStepsLeavesTheOldOrTheNewIdentity() {
        String[] left = new String[5];
        for (int steps = 0; steps < left.length; steps++) {
            store.save(before);
            crash(steps, 0, disk -> disk.save(after));
            left[steps] = loaded();
        }
        String old = IdentityOf.text(before);

        assertThat(left).containsExactly(old, old, old, old, IdentityOf.text(after));
    }

    @Test
    void aSaveThatEndsAfterAnyOfItsBytesLeavesTheOldIdentity() {
        store.save(before);
        for (int bytes = 0; bytes <= length; bytes++) {
            crash(1, bytes, disk -> disk.save(after));
            assertThat(loaded()).as("after %d bytes", bytes).isEqualTo(IdentityOf.text(before));
        }
    }

    @Test
    void aFirstIdentityThatEndsBeforeAnyOfItsStepsIsThereOrIsNot() {
        String[] left = new String[6];
        for (int steps = 0; steps < left.length; steps++) {
            store.clear();
            crash(steps, 0, disk -> disk.create(after));
            left[steps] = loaded();
        }
        String there = IdentityOf.text(after);

        assertThat(left).containsExactly("nothing", "nothing", "nothing", "nothing", there, there);
    }

    @Test
    void aFirstIdentityThatEndsAfterAnyOfItsBytesIsNotThereAndDoesNotHinderTheNext() {
        for (int bytes = 0; bytes <= length; bytes++) {
            crash(1, bytes, disk -> disk.create(after));
            assertThat(loaded()).as("after %d bytes", bytes).isEqualTo("nothing");
        }
        store.create(before);
        assertThat(loaded()).isEqualTo(IdentityOf.text(before));
    }
}
