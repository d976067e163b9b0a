package io.vigie.bench.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Comparisons and growths as lines of text. */
final class TextTable {

    private TextTable() {}

    static void print(PrintWriter out, Comparison comparison) {
        out.printf("%n%s (%s)%n", comparison.question(), comparison.unit());
        out.printf("  %-34s %-6s %12s %12s %12s %9s%n", "", "", "median", "least", "greatest", "to limit");
        OptionalDouble limit = comparison.limit();
        for (Figure figure : comparison.figures()) {
            String share = limit.isPresent() ? "%.0f %%".formatted(100 * figure.median() / limit.getAsDouble()) : "";
            out.printf(
                    "  %-34s %-6s %12s %12s %12s %9s%n",
                    figure.name(),
                    figure.role().name().toLowerCase(Locale.ROOT),
                    number(figure.median()),
                    number(figure.least()),
                    number(figure.greatest()),
                    share);
        }
        out.flush();
    }

    /** A line a contender, a column a size; behind them how the last step grew. */
    static void print(PrintWriter out, Growth growth) {
        out.printf("%n%s (%s)%n", growth.question(), growth.unit());
        out.printf("  %-34s %-6s", "", "");
        growth.sizes().keySet().forEach(size -> out.printf(" %12s", "%,d".formatted(size)));
        out.printf("  %s%n", growth.along());
        for (String name : growth.names()) {
            List<Growth.Point> line = growth.line(name);
            String role = line.get(0).figure().role().name().toLowerCase(Locale.ROOT);
            out.printf("  %-34s %-6s", name, role);
            growth.sizes().keySet().forEach(size -> {
                out.printf(
                        " %12s",
                        line.stream()
                                .filter(point -> point.size() == size)
                                .findFirst()
                                .map(point -> number(point.figure().median()))
                                .orElse("-"));
            });
            growth.exponent(name).ifPresent(exponent -> out.printf("  ~ size^%.2f", exponent));
            out.println();
        }
        out.flush();
    }

    /** Three digits that matter, whole thousands grouped. */
    static String number(double value) {
        double size = Math.abs(value);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return form.formatted(value);
    }
}
