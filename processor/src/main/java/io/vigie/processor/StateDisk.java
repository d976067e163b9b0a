package io.vigie.processor;

import io.vigie.events.Readiness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk under the stores. A stream thread that failed on it is held here until there is room again: one that takes its
 * place at once would restore its stores onto the same full disk and fail in turn, while Kafka Streams goes on calling
 * itself running. It does so too once there is room again, for the seconds in which the successor joins and restores.
 */
final class StateDisk implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StateDisk.class);

    /** As much as a store writes at once. */
    private static final int ROOM = StoreTuning.WRITE_BUFFER;

    private static final long BETWEEN_TRIES_MILLIS = 1_000;

    private final Path directory;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object oneTry = new Object();
    private volatile @Nullable String refusal;
    private int held;
    private boolean restoring;

    /**
     * Does no I/O.
     *
     * @param directory where the stores live
     */
    StateDisk(Path directory) {
        this.directory = directory;
    }

    /** Not ready while a thread waits for room, and then until others have taken over and restored what it had. */
    Readiness check() {
        String why = refusal;
        if (why != null) {
            return Readiness.notReady("processor: state directory " + directory + " cannot be written: " + why);
        }
        return isRestoring()
                ? Readiness.notReady("processor: stores in " + directory + " are being restored")
                : Readiness.ready();
    }

    private synchronized boolean isRestoring() {
        return restoring;
    }

    /** Every thread has its partitions and their stores; one that is still held here only seems to. */
    synchronized void restored() {
        restoring = held > 0;
    }

    /**
     * Returns when the directory takes a file, or when this is closed; at once when the failure has nothing to do with
     * stores.
     *
     * @param failure of the calling thread, which ends afterwards and is replaced
     */
    void awaitRoom(Throwable failure) {
        if (!isOfStores(failure)) {
            return;
        }
        hold(1);
        try {
            tryUntilThereIsRoom();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hold(-1);
        }
    }

    private synchronized void hold(int more) {
        held += more;
        restoring = true;
    }

    private void tryUntilThereIsRoom() throws InterruptedException {
        synchronized (oneTry) {
            do {
                refusal = refusal();
            } while (refusal != null && !closed.await(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    private static boolean isOfStores(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProcessorStateException
                    || cause instanceof RocksDBException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** Why the directory does not take a file; null when it does. */
    private @Nullable String refusal() {
        Path probe = directory.resolve("room.probe");
        // A disk that compresses has room for any number of zeros.
        byte[] bytes = new byte[ROOM];
        new Random(ROOM).nextBytes(bytes);
        try {
            Files.createDirectories(directory);
            try (FileChannel file = FileChannel.open(
                    probe,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
                file.force(true);
            }
            if (refusal != null) {
                log.atInfo().addKeyValue("directory", directory).log("state directory has room again");
            }
            return null;
        } catch (IOException e) {
            String why = e instanceof FileSystemException f && f.getReason() != null
                    ? f.getReason()
                    : String.valueOf(e.getMessage());
            if (refusal == null) {
                log.atError()
                        .addKeyValue("directory", directory)
                        .addKeyValue("why", why)
                        .log("state directory cannot be written, waiting for room");
            }
            return why;
        }
    }

    /** Lets go of who waits. */
    @Override
    public void close() {
        closed.countDown();
    }
}
