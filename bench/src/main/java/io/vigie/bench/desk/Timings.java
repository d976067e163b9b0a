package io.vigie.bench.desk;

import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long many things took.
 *
 * @param sorted milliseconds, in ascending order; never empty
 */
record Timings(List<Double> sorted) {

    private static final int[] SHOWN = {1, 25, 50, 75, 99};

    Timings {
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        sorted = sorted.stream().sorted().toList();
    }

    static Timings ofNanos(Collection<Long> nanos) {
        return new Timings(nanos.stream().map(each -> each / 1e6).toList());
    }

    /** The value that so many in a hundred do not exceed (nearest rank). */
    double percentile(int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    double longest() {
        return sorted.get(sorted.size() - 1);
    }

    /** As a figure whose least and greatest are the first and the ninety-ninth percentile. */
    Figure figure(String name) {
        return new Figure(
                name,
                Role.OURS,
                java.util.Arrays.stream(SHOWN).mapToObj(this::percentile).toList());
    }

    /** What is asked for. */
    static Figure bar(String name, double most) {
        return new Figure(name, Role.LIMIT, Stream.of(most).toList());
    }
}
