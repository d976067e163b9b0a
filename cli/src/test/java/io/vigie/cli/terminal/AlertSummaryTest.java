package io.vigie.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert;
import io.vigie.events.ThemeMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertSummaryTest {

    private final AlertSummary summary = new AlertSummary();

    @Test
    void sumsUpInOneLine() {
        add(Alert.Status.NEW, Duration.ofMillis(1500), "defence-industry", "china-concerns");
        add(Alert.Status.NEW, Duration.ofMillis(2500), "china-concerns");
        add(Alert.Status.AMENDED, Duration.ofSeconds(90), "china-concerns", "ukraine-support");
        add(Alert.Status.RETRACTED, null, "china-concerns");
        assertThat(summary.line(41))
                .isEqualTo("41 items · 2 alerts: defence-industry 1, ukraine-support 0, china-concerns 2"
                        + " · 1 amended, 1 retracted · publication to searchable: p50 1.5 s, p99 2.5 s");
    }

    @Test
    void saysThatNothingWasMeasured() {
        add(Alert.Status.NEW, null, "ukraine-support");
        assertThat(summary.line(1))
                .isEqualTo("1 item · 1 alert: defence-industry 0, ukraine-support 1, china-concerns 0"
                        + " · 0 amended, 0 retracted · publication to searchable: p50 -, p99 -");
    }

    @Test
    void takesPercentilesByNearestRank() {
        IntStream.rangeClosed(1, 200).forEach(i -> add(Alert.Status.NEW, Duration.ofMillis(201 - i)));
        assertThat(summary.percentile(50)).isEqualTo(Duration.ofMillis(100));
        assertThat(summary.percentile(99)).isEqualTo(Duration.ofMillis(198));
        assertThat(summary.percentile(100)).isEqualTo(Duration.ofMillis(200));
    }

    private void add(Alert.Status status, @Nullable Duration toSearchable, String... themes) {
        summary.add(new AlertRow(
                Instant.EPOCH,
                status,
                1,
                "Outlet",
                "en",
                "Headline",
                Arrays.stream(themes)
                        .map(theme -> new ThemeMatch(theme, 1, List.of()))
                        .toList(),
                toSearchable));
    }
}
