package io.vigie.ingest.discover;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document of a {@code .cases} file and what must be read from it, as lines of text. */
record DocumentCase(String name, URI address, @Nullable String contentType, String document, List<String> expected) {

    private static final URI ADDRESS = URI.create("https://feeds.example/feed");

    static Stream<DocumentCase> of(String file) throws IOException {
        try (InputStream in = DocumentCase.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^### ")).skip(1).map(DocumentCase::parse);
        }
    }

    private static DocumentCase parse(String text) {
        int arrow = text.lastIndexOf("\n=>\n");
        List<String> expected = text.substring(arrow + 4)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        String name = text.substring(0, text.indexOf('\n'));
        String document = text.substring(text.indexOf('\n') + 1, arrow);
        URI address = ADDRESS;
        String contentType = null;
        while (document.startsWith("@")) {
            String line = document.substring(0, document.indexOf('\n'));
            String value = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith("@address")) {
                address = URI.create(value);
            } else {
                contentType = value;
            }
            document = document.substring(document.indexOf('\n') + 1);
        }
        return new DocumentCase(name, address, contentType, document, expected);
    }

    /** What was read, in the notation of the case. */
    static List<String> lines(Discovered discovered) {
        List<String> lines = new ArrayList<>();
        if (discovered.kind() == null) {
            return List.of("! " + discovered.error());
        }
        lines.add(discovered.kind().label());
        discovered.entries().forEach(entry -> lines.add(line(entry)));
        discovered.children().forEach(child -> lines.add("> " + line(child)));
        discovered.feeds().forEach(feed -> lines.add("feed " + feed));
        return lines;
    }

    private static String line(Entry entry) {
        String date = entry.date() != null
                ? entry.date().toString()
                : entry.published() == null ? "-" : "?" + entry.published();
        StringBuilder editions = new StringBuilder();
        new TreeMap<>(entry.editions())
                .forEach((language, address) -> editions.append(editions.isEmpty() ? " | " : " ")
                        .append(language)
                        .append('=')
                        .append(address));
        return (entry.link() == null ? "-" : entry.link()) + " | " + (entry.title() == null ? "-" : entry.title())
                + " | " + date + editions;
    }

    @Override
    public String toString() {
        return name;
    }
}
