package io.vigie.processor.surge;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What an hour usually brings: the median of the same hour on the same weekday, once three of them are known; until then of
 * that hour, one before and one after on working days for a working day, on weekends for a weekend. Median and
 * median absolute deviation (Hampel 1974), because last week's surge must not hide this week's.
 *
 * @param expected items in the hour
 * @param threshold items from which the hour is a surge
 */
record Baseline(double expected, double threshold) {

    static final int DAYS = 28;

    private static final int DAYS_BEFORE_ANY = 7;
    private static final int SAME_WEEKDAYS = 3;
    private static final int HOURS = 24;
    private static final double FEWEST = 5;
    private static final double SIGMAS = 4;

    /** Median absolute deviation of a normal distribution, in standard deviations. */
    private static final double MAD = 1.4826;

    /** Baseline of an hour; empty while less than a week is known. */
    static Optional<Baseline> of(HourlyCounts counts, long hour) {
        if (hour - counts.since() < DAYS_BEFORE_ANY * HOURS) {
            return Optional.empty();
        }
        List<Integer> sameWeekday = samples(counts, hour, 0, day -> day % 7 == 0);
        List<Integer> samples = sameWeekday.size() >= SAME_WEEKDAYS
                ? sameWeekday
                : samples(counts, hour, 1, day -> isWeekend(hour - day * HOURS) == isWeekend(hour));
        double expected = median(samples);
        List<Integer> deviations = new ArrayList<>();
        samples.forEach(sample -> deviations.add((int) Math.abs(sample - expected)));
        double spread = Math.max(MAD * median(deviations), Math.sqrt(Math.max(expected, 0.5)));
        return Optional.of(new Baseline(expected, Math.max(FEWEST, expected + SIGMAS * spread)));
    }

    private interface Days {
        boolean take(long daysBefore);
    }

    private static List<Integer> samples(HourlyCounts counts, long hour, int around, Days days) {
        List<Integer> samples = new ArrayList<>();
        for (long day = 1; day <= DAYS; day++) {
            if (days.take(day)) {
                for (long near = hour - day * HOURS - around; near <= hour - day * HOURS + around; near++) {
                    if (near >= counts.since()) {
                        samples.add(counts.in(near));
                    }
                }
            }
        }
        return samples;
    }

    private static boolean isWeekend(long hour) {
        DayOfWeek day =
                Instant.ofEpochSecond(hour * 3600).atOffset(ZoneOffset.UTC).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private static double median(List<Integer> values) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Integer> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
