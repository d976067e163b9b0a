package io.vigie.cli.terminal;

import io.vigie.events.Alert;
import io.vigie.events.ThemeMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows that were shown and sums them up in one line:
 *
 * <pre>41 items · 27 alerts: defence-industry 12, ukraine-support 13, china-concerns 9 · 1 amended, 1 retracted
 * · publication to searchable: p50 1.8 s, p99 4.2 s</pre>
 *
 * An alert counts once, under the themes of its first row; amendments and retractions are counted beside. Not
 * thread-safe.
 */
public final class AlertSummary {

    private static final List<String> THEMES = List.of("defence-industry", "ukraine-support", "china-concerns");

    private final Map<Alert.Status, Integer> byStatus = new EnumMap<>(Alert.Status.class);
    private final Map<String, Integer> byTheme = new HashMap<>();
    private final List<Duration> toSearchable = new ArrayList<>();

    /** Counts a row. */
    public void add(AlertRow row) {
        byStatus.merge(row.status(), 1, Integer::sum);
        if (row.status() == Alert.Status.NEW) {
            row.themes().stream().map(ThemeMatch::theme).forEach(theme -> byTheme.merge(theme, 1, Integer::sum));
            if (row.toSearchable() != null) {
                toSearchable.add(row.toSearchable());
            }
        }
    }

    /**
     * The line.
     *
     * @param items how many press items were read, with a theme or without
     */
    public String line(int items) {
        StringBuilder line = new StringBuilder()
                .append(count(items, "item"))
                .append(" · ")
                .append(count(of(Alert.Status.NEW), "alert"));
        char before = ':';
        for (String theme : THEMES) {
            line.append(before).append(' ').append(theme).append(' ').append(byTheme.getOrDefault(theme, 0));
            before = ',';
        }
        line.append(" · ").append(of(Alert.Status.AMENDED)).append(" amended, ");
        line.append(of(Alert.Status.RETRACTED)).append(" retracted");
        return line.append(" · publication to searchable: p50 ")
                .append(seconds(percentile(50)))
                .append(", p99 ")
                .append(seconds(percentile(99)))
                .toString();
    }

    /**
     * Nearest-rank percentile of the time from publication to searchable.
     *
     * @param percent 1..100
     * @return {@code null} when nothing was measured
     */
    @Nullable
    Duration percentile(int percent) {
        if (toSearchable.isEmpty()) {
            return null;
        }
        List<Duration> sorted = toSearchable.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    private int of(Alert.Status status) {
        return byStatus.getOrDefault(status, 0);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "-" : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
