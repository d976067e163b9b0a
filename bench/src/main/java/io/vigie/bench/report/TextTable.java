package io.vigie.bench.report;

import java.io.PrintWriter;
import java.util.Locale;

/** A comparison as lines of text. */
final class TextTable {

    private TextTable() {}

    static void print(PrintWriter out, Comparison comparison) {
        out.printf("%n%s (%s)%n", comparison.question(), comparison.unit());
        out.printf("  %-34s %-6s %12s %12s %12s%n", "", "", "median", "least", "greatest");
        for (Figure figure : comparison.figures()) {
            out.printf(
                    "  %-34s %-6s %12s %12s %12s%n",
                    figure.name(),
                    figure.role().name().toLowerCase(Locale.ROOT),
                    number(figure.median()),
                    number(figure.least()),
                    number(figure.greatest()));
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
