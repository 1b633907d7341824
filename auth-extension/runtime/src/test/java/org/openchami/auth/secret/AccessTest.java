package org.openchami.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final int ROOT = 0;
    private static final int WE = 1001;
    private static final int SOMEBODY = 1002;

    @Test
    void ownersOtherThanUsAndRootAreForeign() {
        assertThat(new Access(SOMEBODY, 0600).foreign(WE)).isTrue();
        assertThat(new Access(WE, 0600).foreign(WE)).isFalse();
        assertThat(new Access(ROOT, 0600).foreign(WE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0640, 0660, 0620, 0604, 0602, 0606, 0644, 0666, 0777})
    void aFileOfOursIsExposedByAnyBitThatLetsOthersReadOrWrite(int mode) {
        assertThat(new Access(WE, mode).exposed(WE)).isTrue();
        assertThat(new Access(ROOT, mode).exposed(ROOT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0400, 0600, 0700, 0711})
    void aFileThatOnlyItsOwnerReadsAndWritesIsNot(int mode) {
        assertThat(new Access(WE, mode).exposed(WE)).isFalse();
    }

    /** What Kubernetes makes of {@code defaultMode: 0400} in a pod with {@code fsGroup}: else a process that is not root could not read it. */
    @Test
    void ourGroupMayReadWhatIsRootsWhereWeAreNotRoot() {
        assertThat(new Access(ROOT, 0440).exposed(WE)).isFalse();
        assertThat(new Access(ROOT, 0440).exposed(ROOT)).isTrue();
        assertThat(new Access(WE, 0440).exposed(WE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0444, 0460, 0644})
    void nobodyElseMayReadOrWriteWhatIsRoots(int mode) {
        assertThat(new Access(ROOT, mode).exposed(WE)).isTrue();
    }

    @Test
    void aFolderThatOthersMayWriteLetsThemReplaceItsFilesUnlessItIsSticky() {
        assertThat(new Access(WE, 0777).letsReplace()).isTrue();
        assertThat(new Access(WE, 0770).letsReplace()).isTrue();
        assertThat(new Access(WE, 01777).letsReplace()).isFalse();
        assertThat(new Access(WE, 0755).letsReplace()).isFalse();
    }
}
