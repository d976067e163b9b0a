package io.vigie.audit.replay;

import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The JSONL file of a replay. */
public final class VerdictFile {

    private VerdictFile() {}

    /** The verdicts one by one, in the order of the replay; to be closed. */
    @SuppressWarnings("StreamResourceLeak") // The caller closes it.
    public static Stream<AlertVerdict> read(Path file) throws IOException {
        JsonCodec<AlertVerdict> codec = JsonCodec.of(AlertVerdict.class);
        return Files.lines(file).map(line -> codec.decode(line.getBytes(StandardCharsets.UTF_8)));
    }
}
