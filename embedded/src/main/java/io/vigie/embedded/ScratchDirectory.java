package io.vigie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory for servers that are not to be kept: it is there until it is closed.
 *
 * @param path absolute
 */
public record ScratchDirectory(Path path) implements AutoCloseable {

    /**
     * Makes an empty one among the temporary files.
     *
     * @param name how its name begins, for people who find it after a crash
     */
    public static ScratchDirectory create(String name) throws IOException {
        return new ScratchDirectory(Files.createTempDirectory(name));
    }

    /** Deletes it and everything in it; the servers in it must be closed. */
    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
