package io.vigie.audit.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The JSONL file of a replay. */
public final class VerdictFile {

    private VerdictFile() {}

    /** The verdicts one by one, in the order of the replay; to be closed. */
    public static Stream<AlertVerdict> read(Path file) throws IOException {
        return LineFile.read(file, AlertVerdict.class);
    }
}
