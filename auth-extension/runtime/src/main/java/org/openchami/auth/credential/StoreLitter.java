package org.openchami.auth.credential;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

import org.jboss.logging.Logger;
import org.openchami.auth.secret.PrivateFiles;

/** What accidents leave in the folder of the store: a damaged identity, and the unfinished files of writers that were killed. */
final class StoreLitter {
    private static final Logger LOG = Logger.getLogger(StoreLitter.class);
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** No write takes that long. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final Path file;
    private final Clock clock;

    StoreLitter(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Moves the damaged file to another name, where a human may look at it.
     *
     * @param judged what was found to be damaged
     * @return false if another process has stored something else in the meantime: that stays
     */
    boolean setAside(byte[] judged) throws IOException {
        Path aside = aside();
        Files.move(file, aside);
        if (!Arrays.equals(judged, IdentityFile.content(aside))) {
            Files.createLink(file, aside);
            Files.delete(aside);
            return false;
        }
        LOG.warnf("OCAUTH-0206 The stored identity was damaged and is now %s; a new one takes its place. Cure: if you have a copy of %s, "
                + "stop this service and put it back", aside, file);
        return true;
    }

    private Path aside() {
        String name = file.getFileName() + ".damaged-" + BASIC.format(clock.instant());
        Path aside = file.resolveSibling(name);
        for (int more = 2; Files.exists(aside); more++) {
            aside = file.resolveSibling(name + "-" + more);
        }
        return aside;
    }

    /** Removes what killed writers left. For the holder of the lock. */
    void sweep() throws IOException {
        Instant abandoned = clock.instant().minus(ABANDONED);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(file.getParent(), "next-*.json")) {
            for (Path next : left) {
                if (Files.getLastModifiedTime(next).toInstant().isBefore(abandoned)) {
                    PrivateFiles.discard(next);
                }
            }
        }
    }
}
