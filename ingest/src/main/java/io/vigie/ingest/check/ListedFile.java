package io.vigie.ingest.check;

import io.vigie.ingest.markup.UriReferences;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list: {@code path<TAB>url<TAB>content-type?}.
 *
 * @param path as written; relative to the working directory, or else to the list's own
 * @param url as written; empty when the line has none
 * @param contentType absent when the line has none
 */
record ListedFile(String path, String url, @Nullable String contentType) {

    /** What a reference without a host is resolved against: the result shows that it had none. */
    private static final URI NOWHERE = URI.create("http://nowhere.invalid/");

    private static final long LARGEST = 64L * 1024 * 1024;

    static ListedFile parse(String line) {
        String[] parts = line.split("\t", 3);
        return new ListedFile(
                parts[0],
                parts.length > 1 ? parts[1].strip() : "",
                parts.length > 2 && !parts[2].isBlank() ? parts[2].strip() : null);
    }

    /**
     * The file's bytes.
     *
     * @param list the list that the line stands in
     * @throws IOException with a message for people
     */
    byte[] bytes(Path list) throws IOException {
        try {
            Path here = Path.of(path);
            Path beside = list.toAbsolutePath().resolveSibling(path);
            Path file = Files.exists(here) || !Files.exists(beside) ? here : beside;
            if (!Files.isRegularFile(file)) {
                throw new IOException("no such file");
            }
            if (Files.size(file) > LARGEST) {
                throw new IOException("larger than " + LARGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (InvalidPathException e) {
            throw new IOException("not a path", e);
        }
    }

    /**
     * The address; what no address may have, blanks and bars, is escaped as browsers do.
     *
     * @throws IOException with a message for people
     */
    URI uri() throws IOException {
        URI uri = UriReferences.resolve(NOWHERE, url);
        if (uri == null
                || uri.getRawAuthority() == null
                || uri.getRawAuthority().equals(NOWHERE.getRawAuthority())) {
            throw new IOException("not an absolute address: " + url);
        }
        return uri;
    }
}
