package org.openchami.auth.credential;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The real file system, whose every change is a step: before the step that was chosen, or in the middle of its write, the process "dies": this
 * step and all later ones end with a {@link Crash}, clean-up included.
 */
final class CrashingDisk extends FileSystemProvider {
    /** What ends a process between two steps; no {@code catch} of the code under test takes it. */
    static final class Crash extends Error {}

    private final List<String> steps = new ArrayList<>();
    private final int last;
    private final int bytes;

    /**
     * @param last how many steps are done
     * @param bytes how many bytes of the one that crashes are written, if it is a write
     */
    CrashingDisk(int last, int bytes) {
        this.last = last;
        this.bytes = bytes;
    }

    /** What was done, in order. */
    List<String> steps() {
        return steps;
    }

    /** This path on this disk. */
    Path of(Path real) {
        return CrashingPaths.wrap(this, real);
    }

    static Path real(Path path) {
        return CrashingPaths.unwrap(path);
    }

    void step(String name) {
        if (steps.size() >= last) {
            throw new Crash();
        }
        steps.add(name);
    }

    /** @return how many of so many bytes are written before the crash; all of them if there is none */
    int written(int wanted) {
        return steps.size() >= last ? Math.min(bytes, wanted) : wanted;
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        step("create");
        return Files.newByteChannel(real(path), options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return new CrashingChannel(this, FileChannel.open(real(path), options, attributes), Files.isDirectory(real(path)));
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
        Files.createDirectory(real(dir), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        step("delete");
        Files.delete(real(path));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        step("move");
        Files.move(real(source), real(target), options);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        step("link");
        Files.createLink(real(link), real(existing));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real(path).getFileSystem().provider().checkAccess(real(path), modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), attributes, options);
    }

    @Override
    public String getScheme() { return "crashing"; }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isSameFile(Path path, Path other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isHidden(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException();
    }
}
