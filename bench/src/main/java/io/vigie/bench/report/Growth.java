package io.vigie.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One question asked at several sizes.
 *
 * @param question for people, for example {@code Items classified per second of processor time}
 * @param unit of all figures
 * @param along what grows, for example {@code rules}
 * @param sizes figures of every contender by size, above 0; a contender may be missing where it could not follow
 */
public record Growth(String question, String unit, String along, SortedMap<Long, List<Figure>> sizes) {

    /** What one contender reached at one size. */
    record Point(long size, Figure figure) {}

    public Growth {
        sizes = new TreeMap<>(sizes);
    }

    /** The names of all contenders, in the order in which the smallest size shows them. */
    List<String> names() {
        return sizes.values().stream()
                .flatMap(List::stream)
                .map(Figure::name)
                .distinct()
                .toList();
    }

    /** What a contender reached at the sizes at which it took part, smallest first. */
    List<Point> line(String name) {
        return sizes.entrySet().stream()
                .flatMap(size -> size.getValue().stream()
                        .filter(figure -> figure.name().equals(name))
                        .map(figure -> new Point(size.getKey(), figure)))
                .toList();
    }

    /**
     * How a contender's figure follows the size from the last but one to the last: the exponent {@code e} of
     * {@code figure ~ size^e}. Of a total, more than 1 is more than linear; of a rate, less than -1.
     *
     * @return absent with fewer than two sizes or where a figure is not above 0
     */
    Optional<Double> exponent(String name) {
        List<Point> line = line(name);
        if (line.size() < 2) {
            return Optional.empty();
        }
        Point last = line.get(line.size() - 1);
        Point before = line.get(line.size() - 2);
        double exponent = Math.log(last.figure().median() / before.figure().median())
                / Math.log((double) last.size() / before.size());
        return Double.isFinite(exponent) ? Optional.of(exponent) : Optional.empty();
    }
}
