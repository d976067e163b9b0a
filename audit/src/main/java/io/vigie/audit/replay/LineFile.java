package io.vigie.audit.replay;

import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A file of JSON lines that grows, and that can be cut back to where it once was.
 *
 * @param <T> record type of a line
 */
final class LineFile<T> implements AutoCloseable {

    private final JsonCodec<T> codec;
    private final FileChannel channel;

    private LineFile(JsonCodec<T> codec, FileChannel channel) {
        this.codec = codec;
        this.channel = channel;
    }

    /**
     * Opens a file, which is made where there is none.
     *
     * @param kept bytes of what it has that stay; the rest is cut off
     */
    static <T> LineFile<T> open(Path file, Class<T> type, long kept) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(kept);
        channel.position(kept);
        return new LineFile<>(JsonCodec.of(type), channel);
    }

    /** The lines of a file one by one, in its order; to be closed. */
    @SuppressWarnings("StreamResourceLeak") // The caller closes it.
    static <T> Stream<T> read(Path file, Class<T> type) throws IOException {
        JsonCodec<T> codec = JsonCodec.of(type);
        return Files.lines(file).map(line -> codec.decode(line.getBytes(StandardCharsets.UTF_8)));
    }

    void append(T value) throws IOException {
        byte[] json = codec.encode(value);
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /** Puts everything up to here on the disk, and says how many bytes that is. */
    long force() throws IOException {
        channel.force(false);
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
