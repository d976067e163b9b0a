package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.ingest.discover.Entry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryFilterTest {

    @Test
    void takesEverythingWhenNothingIsSaid() {
        assertThat(filter(List.of(), List.of()).take(List.of(entry("/a", null))).entries())
                .hasSize(1);
    }

    @Test
    void takesWhatIsIncludedAndNotExcluded() {
        EntryFilter filter = filter(List.of("/fr/", "/en/"), List.of("/tag/"));

        EntryFilter.Taken taken =
                filter.take(List.of(entry("/fr/a", null), entry("/de/b", null), entry("/en/tag/c", null)));

        assertThat(taken.entries())
                .extracting(entry -> String.valueOf(entry.link()))
                .containsExactly("https://a.example/fr/a");
        assertThat(taken.excluded()).isEqualTo(2);
    }

    @Test
    void takesTheNewestOfTooMany() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            entries.add(entry("/" + i, Instant.ofEpochSecond(1_700_000_000L + i)));
        }

        EntryFilter.Taken taken = filter(List.of(), List.of()).take(entries);

        assertThat(taken.entries()).hasSize(EntryFilter.MOST_ENTRIES).contains(entries.get(49_999));
        assertThat(taken.beyondLimit()).isEqualTo(49_000);
    }

    @Test
    void takesBothEndsWhereThereAreNoDates() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            entries.add(entry("/" + i, null));
        }

        assertThat(filter(List.of(), List.of()).take(entries).entries())
                .hasSize(EntryFilter.MOST_ENTRIES)
                .contains(entries.get(0), entries.get(4_999));
    }

    private static Entry entry(String path, @Nullable Instant date) {
        return new Entry(
                URI.create("https://a.example" + path),
                null,
                null,
                date == null ? null : date.atOffset(ZoneOffset.UTC),
                Map.of());
    }

    private static EntryFilter filter(List<String> include, List<String> exclude) {
        return new EntryFilter(new SourceDefinition(
                "s",
                "S",
                URI.create("https://a.example/"),
                Kind.AUTO,
                include,
                exclude,
                null,
                null,
                Duration.ofMinutes(10),
                true,
                false,
                null));
    }
}
