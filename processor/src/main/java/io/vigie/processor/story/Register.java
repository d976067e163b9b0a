package io.vigie.processor.story;

import io.vigie.events.Outlet;
import io.vigie.events.Story;
import io.vigie.events.Story.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps the records of stories: who reports what, since when. Pure. */
public final class Register {

    private static final Comparator<Report> BY_TIME =
            Comparator.comparing(Report::at).thenComparing(Report::itemId);

    private Register() {}

    /** A story with its first report. */
    public static Story open(String storyId, Report report) {
        return of(storyId, List.of(report), 1, List.of(report));
    }

    /**
     * A story with one report more or, when it has the item already, with its newer revision. A revision that is not newer
     * changes nothing.
     */
    public static Story with(Story story, Report report) {
        List<Report> reports = new ArrayList<>(story.reports());
        boolean known = false;
        for (int i = 0; i < reports.size(); i++) {
            if (reports.get(i).itemId().equals(report.itemId())) {
                known = true;
                if (reports.get(i).revision() < report.revision()) {
                    reports.set(i, report);
                }
            }
        }
        if (!known && report.revision() > 1 && story.size() > reports.size()) {
            known = true; // Counted before, and crowded out of the list since.
        } else if (!known) {
            reports.add(report);
        }
        reports.sort(BY_TIME);
        if (reports.size() > Story.MOST_REPORTS) {
            reports.remove(1 + (Story.MOST_REPORTS / 2));
        }
        int size = story.size() + (known ? 0 : 1);
        Story now = of(story.storyId(), reports, size, reports);
        return size <= Story.MOST_REPORTS ? now : union(story, now);
    }

    /** A story that turned out to be an elder one's. */
    public static Story merged(Story story, String elder) {
        return new Story(
                story.storyId(),
                Story.Status.MERGED,
                elder,
                story.firstReport(),
                story.lastReport(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of());
    }

    /** A story of which nothing is known but that it is an elder one's. */
    public static Story merged(String storyId, String elder, Instant at) {
        return new Story(
                storyId, Story.Status.MERGED, elder, at, at, List.of(), List.of(), List.of(), List.of(), 0, List.of());
    }

    private static Story of(String storyId, List<Report> reports, int size, List<Report> sources) {
        return new Story(
                storyId,
                Story.Status.OPEN,
                null,
                reports.get(0).at(),
                reports.get(reports.size() - 1).at(),
                sorted(sources, report -> Stream.of(report.outlet().id())),
                sorted(sources, report -> Stream.of(report.language()).filter(tag -> !tag.equals("und"))),
                sorted(
                        sources,
                        report ->
                                Stream.of(report.outlet()).map(Outlet::country).filter(Objects::nonNull)),
                sorted(sources, report -> report.themes().stream()),
                size,
                reports);
    }

    /** What reports said that are no longer listed still counts. */
    private static Story union(Story before, Story now) {
        return new Story(
                now.storyId(),
                now.status(),
                now.mergedInto(),
                before.firstReport().isBefore(now.firstReport()) ? before.firstReport() : now.firstReport(),
                before.lastReport().isAfter(now.lastReport()) ? before.lastReport() : now.lastReport(),
                union(before.outlets(), now.outlets()),
                union(before.languages(), now.languages()),
                union(before.countries(), now.countries()),
                union(before.themes(), now.themes()),
                now.size(),
                now.reports());
    }

    private static List<String> union(List<String> one, List<String> other) {
        TreeSet<String> all = new TreeSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private static List<String> sorted(List<Report> reports, Function<Report, Stream<String>> field) {
        return reports.stream().flatMap(field).distinct().sorted().toList();
    }
}
