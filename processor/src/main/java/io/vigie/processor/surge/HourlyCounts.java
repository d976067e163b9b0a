package io.vigie.processor.surge;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one scope brought in four weeks, and the surge it is in: a value of the store {@code coverage-hours}, key =
 * {@link Scope#key()}. Hours are counted since 1970.
 *
 * @param scope whose
 * @param since first hour in which anything was counted
 * @param latest latest hour in which anything was counted
 * @param items by hour; hours without any are left out
 * @param ongoing the surge under way; absent when there is none
 */
public record HourlyCounts(
        Scope scope,
        long since,
        long latest,
        Map<Long, Integer> items,
        @Nullable Ongoing ongoing) {

    /**
     * A surge under way.
     *
     * @param start its first hour
     * @param last its latest hour above the baseline
     * @param items so far
     * @param expected in the first hour
     * @param threshold of the first hour
     */
    public record Ongoing(long start, long last, long items, double expected, double threshold) {}

    public HourlyCounts {
        items = Map.copyOf(items);
    }

    int in(long hour) {
        return items.getOrDefault(hour, 0);
    }

    HourlyCounts plusOne(long hour) {
        long newest = Math.max(latest, hour);
        Map<Long, Integer> more = new TreeMap<>(items);
        more.merge(hour, 1, Integer::sum);
        more.keySet().removeIf(old -> old < newest - (Baseline.DAYS + 1) * 24L);
        return new HourlyCounts(scope, Math.min(since, hour), newest, more, ongoing);
    }

    HourlyCounts in(@Nullable Ongoing surge) {
        return new HourlyCounts(scope, since, latest, items, surge);
    }
}
