package io.vigie.bench.report;

import java.util.List;

/**
 * What one contender reached.
 *
 * @param name of the contender
 * @param role what it is in the comparison
 * @param runs one value a run, in the comparison's unit, in order; at least one
 */
public record Figure(String name, Role role, List<Double> runs) {

    /** What a contender is. */
    public enum Role {
        /** What cannot be bettered: the physical limit, or the least work that any contender must do. */
        LIMIT,
        OURS,
        PEER
    }

    public Figure {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("figure " + name + " has no run");
        }
        runs = List.copyOf(runs);
    }

    /**
     * The middle 98 of a hundred values, so that least and greatest are the first and the ninety-ninth percentile.
     *
     * @param values in any order; none at all gives a figure that is no number
     */
    public static Figure ofMiddle(String name, Role role, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int cut = sorted.size() / 100;
        return new Figure(
                name, role, sorted.isEmpty() ? List.of(Double.NaN) : sorted.subList(cut, sorted.size() - cut));
    }

    /** Of an even number of runs, the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double greatest() {
        return runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
