package org.openchami.auth.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders of our own that nobody else can read or change. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /**
     * Refuses what others may open, what somebody else owns, and a link that leads elsewhere.
     *
     * @throws SecretFileException with the line that cures it
     */
    public static void require(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (!folder) {
            FileRules.withinItsFolder(path);
        }
        Access access = Access.of(path);
        FileRules.owned(path, access, Access.us());
        if (access.openInAnyWay()) {
            throw new SecretFileException(path + " is open to others. Cure: chmod " + (folder ? "700 " : "600 ") + path);
        }
    }

    /** Makes the folder if it is missing; one that is there must be private already. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, mode("rwx------"));
        require(folder);
    }

    /** A new file in this folder, with this content, forced to disk. */
    public static Path write(Path folder, String content) throws IOException {
        Path file = Files.createTempFile(folder, "next-", ".json", mode("rw-------"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            discard(file);
            throw e;
        }
        return file;
    }

    /** Removes a file that has not found its place; null if it was never made. */
    public static void discard(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // it is private, and its name is never used again
            }
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
