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
