package org.openchami.auth.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Who may do what with a file, as {@code stat(2)} tells.
 *
 * @param mode the permission bits and those above them
 */
record Access(int owner, int mode) {
    private static final int ROOT = 0;
    private static final int GROUP_READS = 0040;
    private static final int OTHERS = 0077;
    private static final int OTHERS_WRITE = 0022;
    private static final int OTHERS_READ_OR_WRITE = 0066;
    private static final int STICKY = 01000;

    static Access of(Path path) throws IOException {
        Map<String, Object> found = Files.readAttributes(path, "unix:uid,mode");
        return new Access((Integer) found.get("uid"), (Integer) found.get("mode"));
    }

    /** The user that this process is: by the kernel where it tells, else by the home folder. */
    static int us() throws IOException {
        Path process = Path.of("/proc/self");
        return of(Files.exists(process) ? process : Path.of(System.getProperty("user.home"))).owner();
    }

    /** Whether somebody owns it who is neither we nor root. */
    boolean foreign(int us) {
        return owner != us && owner != ROOT;
    }

    boolean openInAnyWay() {
        return (mode & OTHERS) != 0;
    }

    /**
     * Whether the secret in this file is known to others, or theirs to set. Our group may read what is root's while we are not root: only so do
     * we get at it ourselves (Kubernetes gives {@code fsGroup} a secret in this way).
     */
    boolean exposed(int us) {
        int open = mode & OTHERS_READ_OR_WRITE;
        return owner == ROOT && us != ROOT ? (open & ~GROUP_READS) != 0 : open != 0;
    }

    /** Whether others may put another file in the place of one in this folder; the sticky bit keeps them from it. */
    boolean letsReplace() {
        return (mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0;
    }

    /** The permission bits as {@code chmod} takes them. */
    String bits() {
        return String.format("%04o", mode & 07777);
    }
}
