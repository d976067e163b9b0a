package io.vigie.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A growth as lines on paper whose axes are both logarithmic, so that what follows a power of the size is straight and
 * its slope is the power.
 */
final class GrowthPlot {

    private static final int LEFT = 90;
    private static final int RIGHT = 560;
    private static final int TOP = 10;
    private static final int BOTTOM = 290;
    private static final int LINE = 18;

    private final Growth growth;
    private final double leastSize;
    private final double mostSize;
    private final double least;
    private final double most;

    GrowthPlot(Growth growth) {
        this.growth = growth;
        this.leastSize = growth.sizes().firstKey();
        this.mostSize = growth.sizes().lastKey();
        this.least = medians().min().orElse(1);
        this.most = medians().max().orElse(1);
    }

    private DoubleStream medians() {
        return growth.sizes().values().stream()
                .flatMap(List::stream)
                .mapToDouble(Figure::median)
                .filter(value -> value > 0);
    }

    /** An SVG element. */
    String svg() {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 800 330\" role=\"img\">\n");
        for (long size : growth.sizes().keySet()) {
            svg.append("<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%,d</text>%n"
                    .formatted(x(size), BOTTOM + LINE, size));
        }
        svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n"
                .formatted(RIGHT + 50, BOTTOM + LINE, HtmlPage.escape(growth.along())));
        for (double value : new double[] {least, most}) {
            svg.append("<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s</text>%n"
                    .formatted(LEFT - 10, y(value) + 4, TextTable.number(value)));
        }
        double free = TOP;
        for (String name : growth.names()) {
            free = append(svg, name, growth.line(name), free);
        }
        return svg.append("</svg>\n").toString();
    }

    /** Draws a line and its name, which may not stand above {@code free}; returns where the next name may stand. */
    private double append(StringBuilder svg, String name, List<Growth.Point> line, double free) {
        String role = line.get(0).figure().role().name().toLowerCase(Locale.ROOT);
        StringBuilder points = new StringBuilder();
        for (Growth.Point point : line) {
            double x = x(point.size());
            Figure figure = point.figure();
            points.append("%.1f,%.1f ".formatted(x, y(figure.median())));
            svg.append("<line class=\"whisker\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>"
                    .formatted(x, x, y(figure.least()), y(figure.greatest())));
        }
        svg.append("<polyline class=\"%s line\" points=\"%s\"/>%n".formatted(role, points));
        Growth.Point last = line.get(line.size() - 1);
        svg.append("<text x=\"%d\" y=\"%.0f\">%s</text>".formatted(RIGHT + 50, free + LINE, HtmlPage.escape(name)));
        svg.append("<line class=\"lead\" x1=\"%.0f\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n"
                .formatted(x(last.size()) + 4, y(last.figure().median()), RIGHT + 46, free + LINE - 4));
        return free + LINE;
    }

    private double x(double size) {
        return LEFT + (RIGHT - LEFT) * share(size, leastSize, mostSize);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * share(Math.max(value, least), least, most);
    }

    private static double share(double value, double from, double to) {
        return to > from ? Math.log(value / from) / Math.log(to / from) : 0;
    }
}
