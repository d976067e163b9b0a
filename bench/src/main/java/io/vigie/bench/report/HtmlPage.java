package io.vigie.bench.report;

import java.util.List;

/** A report as one self-contained page: a bar a figure, a whisker from the least to the greatest run, a line a growth. */
final class HtmlPage {

    private static final int NAME_WIDTH = 250;
    private static final int BAR_WIDTH = 430;
    private static final int ROW = 26;

    private HtmlPage() {}

    static String of(String machine, List<Comparison> comparisons, List<Growth> growths) {
        StringBuilder page = new StringBuilder("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Vigie: figures</title>
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 50rem; color: #1d2733; }
                h2 { font-size: 1rem; margin: 2.2rem 0 .3rem; }
                p { color: #5a6672; margin: 0; }
                svg { width: 100%; height: auto; }
                text { font: 13px system-ui, sans-serif; fill: #1d2733; }
                .limit { fill: #b8c0c8; } .peer { fill: #8fb3d9; } .ours { fill: #c4512d; }
                .whisker { stroke: #1d2733; stroke-width: 1; }
                .line { fill: none; stroke-width: 2.5; } .lead { stroke: #dfe4e8; stroke-width: 1; }
                .limit.line { stroke: #b8c0c8; } .peer.line { stroke: #8fb3d9; } .ours.line { stroke: #c4512d; }
                </style></head><body><h1>Vigie: figures</h1>
                """);
        page.append("<p>")
                .append(escape(machine))
                .append(". Bars are medians, whiskers the least and the greatest run; ");
        page.append("grey is the limit, red is Vigie, blue is a peer.</p>\n");
        comparisons.forEach(comparison -> append(page, comparison));
        growths.forEach(growth -> append(page, growth));
        return page.append("</body></html>\n").toString();
    }

    private static void append(StringBuilder page, Growth growth) {
        page.append("<h2>").append(escape(growth.question())).append("</h2><p>");
        page.append(escape(growth.unit())).append(" by ").append(escape(growth.along()));
        page.append(", both on logarithmic axes</p>\n").append(new GrowthPlot(growth).svg());
    }

    private static void append(StringBuilder page, Comparison comparison) {
        double most = comparison.figures().stream()
                .mapToDouble(Figure::greatest)
                .max()
                .orElse(1);
        page.append("<h2>").append(escape(comparison.question())).append("</h2><p>");
        page.append(escape(comparison.unit())).append("</p>\n<svg viewBox=\"0 0 800 ");
        page.append(comparison.figures().size() * ROW).append("\" role=\"img\">\n");
        int y = 0;
        for (Figure figure : comparison.figures()) {
            appendRow(page, figure, y, BAR_WIDTH / Math.max(most, Double.MIN_NORMAL));
            y += ROW;
        }
        page.append("</svg>\n");
    }

    private static void appendRow(StringBuilder page, Figure figure, int y, double scale) {
        int middle = y + ROW / 2;
        page.append("<text x=\"0\" y=\"%d\">%s</text>".formatted(middle + 5, escape(figure.name())));
        page.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                .formatted(
                        figure.role().name().toLowerCase(java.util.Locale.ROOT),
                        NAME_WIDTH,
                        y + 4,
                        figure.median() * scale,
                        ROW - 8));
        page.append("<line class=\"whisker\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                .formatted(
                        NAME_WIDTH + figure.least() * scale, NAME_WIDTH + figure.greatest() * scale, middle, middle));
        page.append("<text x=\"%d\" y=\"%d\">%s</text>%n"
                .formatted(NAME_WIDTH + BAR_WIDTH + 12, middle + 5, TextTable.number(figure.median())));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
