package io.vigie.processor.watch;

/** Decisions on one theme, counted. */
final class Tally {

    private int hits;
    private int misses;
    private int falseAlarms;

    void count(boolean expected, boolean found) {
        if (expected && found) {
            hits++;
        } else if (expected) {
            misses++;
        } else if (found) {
            falseAlarms++;
        }
    }

    double precision() {
        return hits + falseAlarms == 0 ? 1 : hits / (double) (hits + falseAlarms);
    }

    double recall() {
        return hits + misses == 0 ? 1 : hits / (double) (hits + misses);
    }

    /** Of precision and recall; 1 when there was nothing to find and nothing was found. */
    double f1() {
        int decisions = 2 * hits + misses + falseAlarms;
        return decisions == 0 ? 1 : 2 * hits / (double) decisions;
    }

    int expected() {
        return hits + misses;
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "precision %.3f  recall %.3f  F1 %.3f  (%d right, %d missed, %d false)",
                precision(),
                recall(),
                f1(),
                hits,
                misses,
                falseAlarms);
    }
}
