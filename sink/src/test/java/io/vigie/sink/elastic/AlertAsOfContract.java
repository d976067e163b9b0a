package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vigie.events.Alert;
import io.vigie.events.Outlet;
import io.vigie.sink.Change;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store of alerts promises to whoever asks what was known at a past moment. */
abstract class AlertAsOfContract extends AlertStoreTesting {

    @Test
    void tellsWhatWasKnownAtAMoment() throws IOException {
        Outlet own = new Outlet(prefix + "as-of", "As of", null);
        Alert amended = new Change(sample("as-of-amended", 3)).outlet(own).alert();
        Alert retracted = new Change(sample("as-of-gone", 2))
                .outlet(own)
                .status(Alert.Status.RETRACTED)
                .alert();
        Alert late = new Change(sample("as-of-late", 1))
                .outlet(own)
                .detectedAt(Samples.DETECTED.plusSeconds(100))
                .alert();
        indexer.write(List.of(amended, retracted, late));
        refresh();
        AlertQuery query = AlertQuery.first(AlertFilter.ALL.withOutlet(own.id()), 10);

        assertThat(reader.findAsOf(Samples.DETECTED, query).states())
                .as("nothing was read yet")
                .isEmpty();
        assertThat(reader.findAsOf(Samples.DETECTED.plusSeconds(1), query).states())
                .extracting(AlertState::revision, AlertState::status)
                .containsOnly(tuple(1, Alert.Status.NEW))
                .hasSize(2);
        assertThat(reader.findAsOf(Samples.DETECTED.plusSeconds(2), query).states())
                .extracting(AlertState::revision, AlertState::status)
                .containsExactlyInAnyOrder(tuple(2, Alert.Status.AMENDED), tuple(2, Alert.Status.RETRACTED));
        assertThat(reader.findAsOf(Samples.DETECTED.plusSeconds(200), query).states())
                .extracting(state -> state.document().alertId())
                .hasSize(3)
                .contains(late.alertId());
    }

    @Test
    void anEarlierMomentHasItsOwnThemesAndPages() throws IOException {
        Outlet own = new Outlet(prefix + "as-of-pages", "Pages", null);
        indexer.write(IntStream.range(0, 12)
                .mapToObj(i -> new Change(sample("as-of-page-" + i, 2))
                        .outlet(own)
                        .themes(Samples.theme("china-concerns", 0.9))
                        .alert())
                .toList());
        refresh();
        AlertFilter filter = AlertFilter.ALL.withOutlet(own.id());
        Instant then = Samples.DETECTED.plusSeconds(1);

        assertThat(reader.findAsOf(then, AlertQuery.first(filter.withTheme("china-concerns"), 5))
                        .states())
                .as("gained later")
                .isEmpty();
        AlertQuery query = AlertQuery.first(filter.withTheme("defence-industry"), 5);
        List<String> read = new ArrayList<>();
        AlertStatePage page;
        do {
            page = reader.findAsOf(then, query);
            page.states().forEach(state -> read.add(state.document().alertId()));
            query = query.after(page.next());
        } while (page.next() != null);
        assertThat(read).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatAnEarlierRevisionDoesNotKeep() {
        AlertQuery words = AlertQuery.first(AlertFilter.ALL.withText("frégates"), 10);
        assertThatThrownBy(() -> reader.findAsOf(Samples.DETECTED, words)).isInstanceOf(IllegalArgumentException.class);
    }
}
