package io.vigie.ingest.scrape;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The word lists that stand beside the classes: UTF-8, one entry a line, empty lines and {@code #} comments left out. */
final class ShippedLines {

    private ShippedLines() {}

    /**
     * Lines of one list.
     *
     * @param name of the resource, for example {@code phrases.txt}
     * @throws IllegalStateException when the list was not shipped
     */
    static List<String> of(String name) {
        try (InputStream in = ShippedLines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside " + ShippedLines.class.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
