package io.vigie.processor.watch;

import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A press item of the development set, with the themes that a reader gave it. */
record LabelledItem(String id, String outlet, String language, String title, String text, Set<String> themes) {

    LabelledItem {
        themes = Set.copyOf(themes);
    }

    /** All items of the {@code *.jsonl} files of a folder. */
    static List<LabelledItem> readAll(Path folder) {
        JsonCodec<LabelledItem> codec = JsonCodec.of(LabelledItem.class);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(LabelledItem::lines)
                    .filter(line -> !line.isBlank())
                    .map(line -> codec.decode(line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
