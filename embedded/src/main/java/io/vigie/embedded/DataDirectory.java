package io.vigie.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A server's directory, owned by one process at a time.
 *
 * <p>Ownership is an operating system's lock on {@code vigie.lock}, so that a killed process leaves nothing behind that
 * anybody would have to remove by hand.
 */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK_FILE = "vigie.lock";

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the directory where it is missing and takes it.
     *
     * @throws StartException when it cannot be made or written, or another process has it
     */
    static DataDirectory own(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartException("directory " + path
                        + " is in use by another vigie; stop that one or choose another data directory");
            }
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            closeAfter(e, channel);
            throw new StartException(
                    "directory " + path + " cannot be written (" + reason(e)
                            + "); change its owner or choose another data directory",
                    e);
        }
    }

    /** Where the server keeps its files, apart from the lock. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is a file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e.toString();
    }

    private static void closeAfter(IOException failure, @Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
