package io.vigie.desk.brief;

import io.vigie.events.Alert;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertHit;
import io.vigie.sink.elastic.AlertPage;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads alerts and makes a brief of them. */
public final class BriefMaker {

    private static final int MOST_ALERTS = 5_000;
    private static final int STORIES_EACH = 25;

    private final AlertReader alerts;

    public BriefMaker(AlertReader alerts) {
        this.alerts = alerts;
    }

    /**
     * The stories of a span of time.
     *
     * @param language BCP 47 code that headlines are preferred in, for example {@code fr}
     */
    public Brief make(Instant from, Instant to, String language) {
        List<AlertDocument> read = new ArrayList<>();
        AlertQuery query = AlertQuery.first(AlertFilter.ALL.between(from, to), AlertQuery.LARGEST_PAGE)
                .withoutBodies();
        AlertPage page;
        do {
            page = alerts.find(query);
            page.hits().stream().map(AlertHit::alert).forEach(read::add);
            query = query.after(page.next());
        } while (page.next() != null && read.size() < MOST_ALERTS);
        return of(read, from, to, language, page.next() == null);
    }

    /**
     * The same of alerts that somebody else has read.
     *
     * @param read all of the span, in any order
     */
    public static Brief of(List<AlertDocument> read, Instant from, Instant to, String language) {
        List<AlertDocument> newestFirst = read.stream()
                .sorted(Comparator.comparing(AlertDocument::detectedAt)
                        .thenComparing(AlertDocument::alertId)
                        .reversed())
                .toList();
        return of(newestFirst, from, to, language, true);
    }

    /** Pure: of alerts that were read. A retracted alert tells of no story; one without a theme neither. */
    static Brief of(List<AlertDocument> read, Instant from, Instant to, String language, boolean complete) {
        Map<String, List<AlertDocument>> stories = new LinkedHashMap<>();
        List<AlertDocument> standing = read.stream()
                .filter(alert -> alert.status() != Alert.Status.RETRACTED
                        && !alert.themes().isEmpty())
                .toList();
        standing.forEach(alert -> stories.computeIfAbsent(alert.storyId(), id -> new ArrayList<>())
                .add(alert));
        Map<String, List<Brief.Story>> byTheme = new LinkedHashMap<>();
        stories.values().forEach(reports -> {
            AlertDocument.ThemeScore best = best(reports);
            byTheme.computeIfAbsent(best.theme(), id -> new ArrayList<>()).add(story(reports, best, language));
        });
        List<Brief.Theme> themes = byTheme.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<Brief.Story>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> theme(entry.getKey(), entry.getValue()))
                .toList();
        long outlets =
                standing.stream().map(alert -> alert.outlet().id()).distinct().count();
        return new Brief(from, to, standing.size(), (int) outlets, complete, themes);
    }

    private static Brief.Theme theme(String id, List<Brief.Story> stories) {
        List<Brief.Story> first = stories.stream()
                .sorted(Comparator.<Brief.Story>comparingInt(story -> -story.outlets())
                        .thenComparing(story -> -story.score())
                        .thenComparing(Brief.Story::storyId))
                .limit(STORIES_EACH)
                .toList();
        return new Brief.Theme(id, first, stories.size() - first.size());
    }

    private static AlertDocument.ThemeScore best(List<AlertDocument> reports) {
        return reports.stream()
                .flatMap(report -> report.themes().stream())
                .max(Comparator.comparingDouble(AlertDocument.ThemeScore::score)
                        .thenComparing(AlertDocument.ThemeScore::theme))
                .orElseThrow();
    }

    private static Brief.Story story(List<AlertDocument> reports, AlertDocument.ThemeScore best, String language) {
        AlertDocument lead = lead(reports, best.theme(), language);
        Optional<AlertDocument.ThemeEvidence> evidence = lead.evidence().stream()
                .filter(each -> each.theme().equals(best.theme()))
                .findFirst();
        List<String> others = reports.stream()
                .flatMap(report -> report.themes().stream())
                .map(AlertDocument.ThemeScore::theme)
                .filter(theme -> !theme.equals(best.theme()))
                .distinct()
                .sorted()
                .toList();
        return new Brief.Story(
                lead.storyId(),
                lead.headline(),
                lead.language(),
                best.score(),
                evidence.map(AlertDocument.ThemeEvidence::quote).orElse(null),
                lead.language(),
                others,
                reports.stream()
                        .map(BriefMaker::report)
                        .sorted(Comparator.comparing(Brief.Report::at).thenComparing(Brief.Report::alertId))
                        .toList());
    }

    /** Whose words the story is told in: of the theme, in the reader's language if possible, with the best score. */
    private static AlertDocument lead(List<AlertDocument> reports, String theme, String language) {
        return reports.stream()
                .max(Comparator.<AlertDocument, Boolean>comparing(report -> score(report, theme) > 0)
                        .thenComparing(report -> report.language().equals(language))
                        .thenComparing(report -> score(report, theme))
                        .thenComparing(AlertDocument::alertId))
                .orElseThrow();
    }

    private static double score(AlertDocument report, String theme) {
        return report.themes().stream()
                .filter(each -> each.theme().equals(theme))
                .mapToDouble(AlertDocument.ThemeScore::score)
                .findFirst()
                .orElse(0);
    }

    private static Brief.Report report(AlertDocument alert) {
        Instant published = alert.datePublished();
        return new Brief.Report(
                alert.alertId(),
                alert.outlet(),
                alert.headline(),
                alert.language(),
                alert.url(),
                published == null ? alert.detectedAt() : published,
                alert.status());
    }
}
