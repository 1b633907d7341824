package org.openchami.auth.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** When a file can't be trusted with a secret. Each refusal ends with the line that cures it. */
final class FileRules {

    private FileRules() {}

    /** The file itself; a link may lead to it inside of its folder, as those do that Kubernetes makes. */
    static Path withinItsFolder(Path file) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(file.toAbsolutePath().getParent().toRealPath())) {
            throw new SecretFileException(file + " is a link that leads out of its folder. Cure: name the file itself: " + real);
        }
        return real;
    }

    static void owned(Path path, Access access, int us) {
        if (access.foreign(us)) {
            throw new SecretFileException(path + " belongs to user " + access.owner() + ", who is neither we nor root. Cure: chown " + us
                    + " " + path);
        }
    }

    static void unexposed(Path file, Access access, int us) {
        if (access.exposed(us)) {
            String cure = access.foreign(us) || access.owner() == us ? "" : "chown " + us + " " + file + " && ";
            throw new SecretFileException(file + " is open to others (mode " + access.bits() + "). Cure: "
                    + (Files.isSymbolicLink(file) ? "in Kubernetes set defaultMode: 0400 at its volume; elsewhere " : "") + cure
                    + "chmod 600 " + file);
        }
    }

    static void unreplaceable(Path folder, Path file, int us) throws IOException {
        Access access = Access.of(folder);
        owned(folder, access, us);
        if (access.letsReplace()) {
            throw new SecretFileException(
                    file + " could be replaced by others: they may write to its folder. Cure: chmod go-w " + folder);
        }
    }
}
