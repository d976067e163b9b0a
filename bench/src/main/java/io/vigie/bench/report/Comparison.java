package io.vigie.bench.report;

import java.util.List;

/**
 * One question and what each contender answered in the same run.
 *
 * @param question for people, for example {@code Pages extracted per second of processor time}
 * @param unit of all figures
 * @param figures in the order in which they are shown
 */
public record Comparison(String question, String unit, List<Figure> figures) {

    public Comparison {
        figures = List.copyOf(figures);
    }
}
