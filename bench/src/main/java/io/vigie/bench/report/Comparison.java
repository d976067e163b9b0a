package io.vigie.bench.report;

import io.vigie.bench.report.Figure.Role;
import java.util.List;
import java.util.OptionalDouble;

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

    /** The median of the limit, of several the smaller: nobody can be asked for more than the narrowest part lets pass. */
    OptionalDouble limit() {
        return figures.stream()
                .filter(figure -> figure.role() == Role.LIMIT)
                .mapToDouble(Figure::median)
                .min();
    }
}
