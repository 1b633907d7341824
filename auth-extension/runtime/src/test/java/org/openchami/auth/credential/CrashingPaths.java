package org.openchami.auth.credential;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;

/** Real paths that say of themselves to be on a {@link CrashingDisk}. */
final class CrashingPaths extends FileSystem {
    private final CrashingDisk disk;
    private final FileSystem real;

    private CrashingPaths(CrashingDisk disk, FileSystem real) {
        this.disk = disk;
        this.real = real;
    }

    static Path wrap(CrashingDisk disk, Path path) {
        return (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[]{Path.class}, new Wrapped(disk, path));
    }

    static Path unwrap(Path path) {
        return Proxy.isProxyClass(path.getClass()) && Proxy.getInvocationHandler(path) instanceof Wrapped wrapped ? wrapped.path() : path;
    }

    private record Wrapped(CrashingDisk disk, Path path) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("getFileSystem")) {
                return new CrashingPaths(disk, path.getFileSystem());
            }
            Object[] plain = arguments == null ? new Object[0] : arguments.clone();
            for (int i = 0; i < plain.length; i++) {
                plain[i] = plain[i] instanceof Path other ? unwrap(other) : plain[i];
            }
            try {
                Object result = method.invoke(path, plain);
                return result instanceof Path found ? wrap(disk, found) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @Override
    public FileSystemProvider provider() {
        return disk;
    }

    @Override
    public Path getPath(String first, String... more) {
        return wrap(disk, real.getPath(first, more));
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() { return true; }

    @Override
    public boolean isReadOnly() { return false; }

    @Override
    public String getSeparator() { return real.getSeparator(); }

    @Override
    public Iterable<Path> getRootDirectories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
