package io.vigie.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.topic.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final List<Span> SPANS = List.of(new Span("press-items", 0, 0, 100));

    @TempDir
    private Path folder;

    @Test
    void givesSilentItemsBackInTheirOrderAFewAtATime() throws IOException {
        try (Journal journal = open("one")) {
            for (int offset = 0; offset < 5; offset++) {
                journal.append(silent(offset));
            }
            assertThat(slices(journal, 2)).containsExactly(List.of(0L, 1L), List.of(2L, 3L), List.of(4L));
        }
    }

    @Test
    void goesOnWithTheSilentItemsOfTheCheckpoint() throws IOException {
        try (Journal journal = open("one")) {
            journal.append(silent(0));
            journal.checkpoint(0, 1, Totals.NONE);
            journal.append(silent(1)); // no checkpoint knows it, so it comes again
        }
        try (Journal journal = open("one")) {
            assertThat(journal.start().next()).isEqualTo(1);
            journal.append(silent(1));
            assertThat(slices(journal, 10)).containsExactly(List.of(0L, 1L));
        }
    }

    @Test
    void beginsAgainForAnotherRequestAndWhenItWasForgotten() throws IOException {
        try (Journal journal = open("one")) {
            journal.append(silent(0));
            journal.checkpoint(0, 1, Totals.NONE);
        }
        try (Journal journal = open("another")) {
            assertThat(journal.start().next()).isZero();
            assertThat(slices(journal, 10)).isEmpty();
            journal.checkpoint(0, 7, Totals.NONE);
        }
        Journal.forget(folder.resolve("checkpoint"));
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("checkpoint"));
        try (Journal journal = open("another")) {
            assertThat(journal.start().next()).isZero();
        }
    }

    private Journal open(String request) throws IOException {
        return Journal.open(folder.resolve("verdicts.jsonl"), folder.resolve("checkpoint"), request, () -> SPANS);
    }

    private static Silent silent(long offset) {
        return new Silent(0, offset, offset, "item-" + offset, false);
    }

    private static List<List<Long>> slices(Journal journal, int atOnce) throws IOException {
        List<List<Long>> slices = new ArrayList<>();
        journal.silent(
                atOnce, some -> slices.add(some.stream().map(Silent::offset).toList()));
        return slices;
    }
}
