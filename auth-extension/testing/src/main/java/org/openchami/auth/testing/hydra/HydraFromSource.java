package org.openchami.auth.testing.hydra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openchami.auth.testing.kind.CannotStart;
import org.openchami.auth.testing.process.Folder;
import org.openchami.auth.testing.process.OnPath;

/**
 * Hydra v2.3.0 built by the Go toolchain from the small module that this jar carries, and kept in the user's cache
 * folder for ever after, under a name that tells the sources apart.
 */
final class HydraFromSource {
    private static final Logger LOG = System.getLogger(HydraFromSource.class.getName());
    private static final List<String> SOURCES = List.of("go.mod", "go.sum", "main.go");
    private static final String VERSION = "-s -w -X github.com/ory/hydra/v2/driver/config.Version=v2.3.0";

    private HydraFromSource() {}

    static synchronized Path build() {
        Path cache = Path.of(Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(home -> !home.isBlank())
                .orElse(System.getProperty("user.home") + "/.cache"), "openchami");
        Path program = cache.resolve("hydra-" + hash() + "-" + platform());
        if (Files.isExecutable(program)) {
            return program;
        }
        Path go = OnPath.find("go").orElseThrow(() -> new CannotStart("no Go toolchain on the PATH"));
        try {
            Files.createDirectories(cache);
            // another JVM that builds the same makes this one wait, then find the program there
            try (FileChannel file = FileChannel.open(cache.resolve("hydra.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                if (lock.isValid() && !Files.isExecutable(program)) {
                    LOG.log(Level.INFO, "Building Hydra v2.3.0 with {0}; this takes about a minute, once", go);
                    compile(go, program);
                }
            }
        } catch (IOException e) {
            throw new CannotStart("Hydra can't be built: " + e.getMessage(), e);
        }
        return program;
    }

    private static void compile(Path go, Path program) throws IOException {
        Folder sources = Folder.of(Optional.empty(), "openchami-hydra-build-");
        Path unfinished = Files.createTempFile(program.getParent(), "hydra", ".new");
        try {
            for (String name : SOURCES) {
                sources.write(name, new String(source(name), StandardCharsets.UTF_8));
            }
            ProcessBuilder builder = new ProcessBuilder(go.toString(), "build", "-trimpath", "-buildvcs=false", "-ldflags", VERSION, "-o",
                    unfinished.toString(), ".");
            builder.environment().put("CGO_ENABLED", "0");
            builder.environment().put("GOWORK", "off");
            builder.directory(sources.path().toFile()).redirectErrorStream(true);
            Process build = builder.redirectOutput(Redirect.to(sources.resolve("build.log").toFile())).start();
            if (!build.waitFor(15, TimeUnit.MINUTES) || build.exitValue() != 0) {
                build.destroyForcibly();
                throw new CannotStart("go build failed: " + sources.tail("build.log", 3));
            }
            Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            Files.deleteIfExists(unfinished);
            sources.discard();
        }
    }

    private static String platform() {
        return (System.getProperty("os.name") + "-" + System.getProperty("os.arch")).toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            SOURCES.forEach(name -> digest.update(source(name)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] source(String name) {
        try (InputStream resource = HydraFromSource.class.getResourceAsStream("module/" + name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
