package io.vigie.bench.desk;

import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Figure;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked of the desk, beside what was measured. */
final class Bars {

    private static final double LIST_MILLIS = 100;
    private static final double PUSH_MILLIS = 500;
    private static final double FIRST_VIEW_MILLIS = 1_000;
    private static final double FIRST_VIEW_KILOBYTES = 300;

    /** What people take for at once; see RAIL, response. */
    private static final double TASK_MILLIS = 100;

    private static final String SPREAD = ": median, with the first and the ninety-ninth of a hundred";

    private final Report report;
    private final List<String> missed = new ArrayList<>();

    Bars(Report report) {
        this.report = report;
    }

    /** Bars that were not held, for people. */
    List<String> missed() {
        return List.copyOf(missed);
    }

    void lists(int alerts, Map<String, Timings> lists) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Timings.bar("bar for the ninety-ninth", LIST_MILLIS));
        lists.forEach((kind, timings) -> {
            figures.add(timings.figure(kind));
            hold("list, " + kind, timings.percentile(99), LIST_MILLIS);
        });
        report.add(new Comparison("GET /api/alerts with %,d alerts".formatted(alerts) + SPREAD, "ms", figures));
    }

    void pushes(int clients, int rate, PushRun.Outcome outcome) {
        hold("push", outcome.pushed().percentile(99), PUSH_MILLIS);
        hold("pushes missing", outcome.missing(), 0);
        report.add(new Comparison(
                "%d clients, %d alerts a second, %d pushes missing".formatted(clients, rate, outcome.missing())
                        + SPREAD,
                "ms",
                List.of(
                        Timings.bar("bar for the ninety-ninth", PUSH_MILLIS),
                        outcome.pushed().figure("findable to each client"),
                        outcome.spread().figure("first client to each client"))));
    }

    void firstView(PageRun.FirstView view) {
        hold("first view, ms", view.interactive().longest(), FIRST_VIEW_MILLIS);
        hold(
                "first view, kB",
                view.kilobytes().stream().mapToDouble(each -> each).max().orElse(0),
                FIRST_VIEW_KILOBYTES);
        report.add(new Comparison(
                "First view, empty cache, until alerts can be used",
                "ms",
                List.of(
                        Timings.bar("bar", FIRST_VIEW_MILLIS),
                        new Figure("interactive", Role.OURS, view.interactive().sorted()))));
        report.add(new Comparison(
                "First view, empty cache, over the wire",
                "kB",
                List.of(
                        Timings.bar("bar", FIRST_VIEW_KILOBYTES),
                        new Figure("transferred", Role.OURS, view.kilobytes()))));
    }

    void fullPage(int cards, PageRun.FullPage page) {
        List<Figure> frames = new ArrayList<>();
        page.frames().forEach((what, timings) -> frames.add(timings.figure(what)));
        report.add(
                new Comparison("%,d alerts in the page, time between frames".formatted(cards) + SPREAD, "ms", frames));
        List<Figure> tasks = new ArrayList<>();
        tasks.add(Timings.bar("bar", TASK_MILLIS));
        page.longest().forEach((what, longest) -> {
            tasks.add(new Figure(what, Role.OURS, List.of(longest)));
            hold("longest task, " + what, longest, TASK_MILLIS);
        });
        report.add(new Comparison(
                "%,d alerts in the page, longest task (0 when none took 50 ms)".formatted(cards), "ms", tasks));
    }

    private void hold(String what, double measured, double most) {
        if (measured > most) {
            missed.add("%s: %.0f, bar %.0f".formatted(what, measured, most));
        }
    }
}
