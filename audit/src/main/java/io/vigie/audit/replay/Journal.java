package io.vigie.audit.replay;

import io.vigie.audit.topic.Span;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.json.MalformedEventException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The verdicts of a replay, one JSON line each, and beside them how far it is. A checkpoint is written only after the
 * lines that belong to it are on the disk, and replaces the one before in one step: whenever the process is killed, the
 * two files can be made to agree.
 */
final class Journal implements AutoCloseable {

    private final Path checkpointFile;
    private final JsonCodec<AlertVerdict> lines = JsonCodec.of(AlertVerdict.class);
    private final JsonCodec<Checkpoint> checkpoints;
    private final FileChannel channel;
    private final Checkpoint start;

    private Journal(Path checkpointFile, JsonCodec<Checkpoint> checkpoints, FileChannel channel, Checkpoint start) {
        this.checkpointFile = checkpointFile;
        this.checkpoints = checkpoints;
        this.channel = channel;
        this.start = start;
    }

    /**
     * Opens the files, at the checkpoint of an earlier run of the same request if there is one.
     *
     * @param spans asked only when there is none
     */
    static Journal open(Path verdicts, Path checkpointFile, String request, Supplier<List<Span>> spans)
            throws IOException {
        JsonCodec<Checkpoint> checkpoints = JsonCodec.of(Checkpoint.class);
        Checkpoint start = earlier(checkpoints, verdicts, checkpointFile, request)
                .orElseGet(() -> Checkpoint.start(request, spans.get()));
        FileChannel channel = FileChannel.open(verdicts, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(start.lineBytes());
        channel.position(start.lineBytes());
        return new Journal(checkpointFile, checkpoints, channel, start);
    }

    private static Optional<Checkpoint> earlier(
            JsonCodec<Checkpoint> checkpoints, Path verdicts, Path checkpointFile, String request) throws IOException {
        if (!Files.exists(checkpointFile) || !Files.exists(verdicts)) {
            return Optional.empty();
        }
        try {
            Checkpoint found = checkpoints.decode(Files.readAllBytes(checkpointFile));
            return found.request().equals(request) && Files.size(verdicts) >= found.lineBytes()
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (MalformedEventException e) {
            return Optional.empty(); // of another version
        }
    }

    /** Where this run begins. */
    Checkpoint start() {
        return start;
    }

    void append(AlertVerdict verdict) throws IOException {
        byte[] json = lines.encode(verdict);
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /** Makes everything up to here survive a kill. */
    void checkpoint(int span, long next, Totals totals, List<Silent> silent) throws IOException {
        channel.force(false);
        Checkpoint state =
                new Checkpoint(start.request(), start.spans(), span, next, channel.position(), totals, silent);
        Path half = checkpointFile.resolveSibling(checkpointFile.getFileName() + ".new");
        Files.write(half, checkpoints.encode(state));
        Files.move(half, checkpointFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
