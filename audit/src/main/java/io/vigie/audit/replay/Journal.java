package io.vigie.audit.replay;

import io.vigie.audit.topic.Span;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The verdicts of a replay, one JSON line each, the items that are to be looked into at its end, and beside them how far
 * it is. A checkpoint is written only after the lines that belong to it are on the disk, and replaces the one before in
 * one step: whenever the process is killed, the files can be made to agree.
 */
final class Journal implements AutoCloseable {

    private final Path checkpointFile;
    private final JsonCodec<Checkpoint> checkpoints = JsonCodec.of(Checkpoint.class);
    private final LineFile<AlertVerdict> verdicts;
    private final LineFile<Silent> silent;
    private final Checkpoint start;

    private Journal(Path checkpointFile, LineFile<AlertVerdict> verdicts, LineFile<Silent> silent, Checkpoint start) {
        this.checkpointFile = checkpointFile;
        this.verdicts = verdicts;
        this.silent = silent;
        this.start = start;
    }

    /**
     * Opens the files, at the checkpoint of an earlier run of the same request if there is one.
     *
     * @param spans asked only when there is none
     */
    static Journal open(Path verdicts, Path checkpointFile, String request, Supplier<List<Span>> spans)
            throws IOException {
        Checkpoint start =
                earlier(verdicts, checkpointFile, request).orElseGet(() -> Checkpoint.start(request, spans.get()));
        LineFile<AlertVerdict> lines = LineFile.open(verdicts, AlertVerdict.class, start.lineBytes());
        try {
            LineFile<Silent> silent = LineFile.open(silentFile(checkpointFile), Silent.class, start.silentBytes());
            return new Journal(checkpointFile, lines, silent, start);
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    /** Leaves nothing from which a replay could go on. */
    static void forget(Path checkpointFile) throws IOException {
        Files.deleteIfExists(checkpointFile);
        Files.deleteIfExists(silentFile(checkpointFile));
    }

    private static Optional<Checkpoint> earlier(Path verdicts, Path checkpointFile, String request) throws IOException {
        if (!Files.exists(checkpointFile)) {
            return Optional.empty();
        }
        try {
            Checkpoint found = JsonCodec.of(Checkpoint.class).decode(Files.readAllBytes(checkpointFile));
            return found.request().equals(request)
                            && has(verdicts, found.lineBytes())
                            && has(silentFile(checkpointFile), found.silentBytes())
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (MalformedEventException e) {
            return Optional.empty(); // of another version
        }
    }

    private static boolean has(Path file, long bytes) throws IOException {
        return Files.exists(file) && Files.size(file) >= bytes;
    }

    private static Path silentFile(Path checkpointFile) {
        return checkpointFile.resolveSibling(checkpointFile.getFileName() + ".silent");
    }

    /** Where this run begins. */
    Checkpoint start() {
        return start;
    }

    void append(AlertVerdict verdict) throws IOException {
        verdicts.append(verdict);
    }

    void append(Silent item) throws IOException {
        silent.append(item);
    }

    /** Hears some of the silent items; may fail with the files. */
    @FunctionalInterface
    interface SilentItems {
        void accept(List<Silent> some) throws IOException;
    }

    /** All silent items in their order, so many at once: there may be more than a memory holds. */
    void silent(int atOnce, SilentItems items) throws IOException {
        try (Stream<Silent> all = LineFile.read(silentFile(checkpointFile), Silent.class)) {
            Iterator<Silent> rest = all.iterator();
            while (rest.hasNext()) {
                List<Silent> some = new ArrayList<>();
                while (some.size() < atOnce && rest.hasNext()) {
                    some.add(rest.next());
                }
                items.accept(some);
            }
        }
    }

    /** Makes everything up to here survive a kill. */
    void checkpoint(int span, long next, Totals totals) throws IOException {
        Checkpoint state =
                new Checkpoint(start.request(), start.spans(), span, next, verdicts.force(), silent.force(), totals);
        Path half = checkpointFile.resolveSibling(checkpointFile.getFileName() + ".new");
        Files.write(half, checkpoints.encode(state));
        Files.move(half, checkpointFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try (verdicts) {
            silent.close();
        }
    }
}
