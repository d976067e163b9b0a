package io.vigie.cli;

import io.vigie.cli.demo.DemoExpectations;
import io.vigie.cli.demo.DemoSite;
import io.vigie.cli.terminal.AlertRow;
import io.vigie.cli.terminal.AlertSummary;
import io.vigie.cli.terminal.AlertTable;
import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.ThemeMatch;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertHit;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import io.vigie.sink.elastic.AlertStoreException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets the press publish, shows each alert when a search finds it, and says at the end whether all verdicts are right. */
final class DemoRun {

    private static final long BETWEEN_PUBLICATIONS_MILLIS = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WITH_CHANGES = Duration.ofSeconds(30);
    private static final long BETWEEN_SEARCHES_MILLIS = 100;
    private static final int SEARCHED = 200;

    private final DemoSite site;
    private final AlertReader alerts;
    private final Throughput throughput;
    private final AlertTable table;
    private final PrintWriter out;

    private final AlertSummary summary = new AlertSummary();
    private final Set<String> shown = new HashSet<>();
    private final Map<URI, AlertDocument> newest = new HashMap<>();

    DemoRun(DemoSite site, AlertReader alerts, Throughput throughput, AlertTable table, PrintWriter out) {
        this.site = site;
        this.alerts = alerts;
        this.throughput = throughput;
        this.table = table;
        this.out = out;
    }

    /**
     * Publishes everything, lets the press change its mind once all of it was read, and waits until that is through too.
     *
     * @return what differs from the right verdicts; empty when all is well
     */
    List<String> untilThrough() throws InterruptedException {
        out.println(table.header());
        out.flush();
        while (site.publishNext()) {
            show();
            Thread.sleep(BETWEEN_PUBLICATIONS_MILLIS);
        }
        showUntil(this::isThrough, PATIENCE);
        site.amend();
        showUntil(() -> isThrough() && differences().isEmpty(), PATIENCE_WITH_CHANGES);
        out.println(summary.line(site.fetched().size()));
        out.flush();
        return differences();
    }

    private void showUntil(BooleanSupplier done, Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (show() || !done.getAsBoolean() && Instant.now().isBefore(deadline)) {
            Thread.sleep(BETWEEN_SEARCHES_MILLIS);
        }
    }

    /** Goes on showing alerts until the process is told to stop. */
    void forEver() throws InterruptedException {
        while (true) {
            show();
            Thread.sleep(BETWEEN_SEARCHES_MILLIS);
        }
    }

    private boolean isThrough() {
        return site.unread().isEmpty() && throughput.itemsPublished() > 0 && throughput.isThrough();
    }

    /** Shows what a search finds that was not shown yet, eldest first; {@code true} when there was any. */
    private boolean show() {
        Instant now = Instant.now();
        List<AlertDocument> fresh = new ArrayList<>();
        for (AlertHit hit : search()) {
            AlertDocument alert = hit.alert();
            if (shown.add(alert.alertId() + "/" + alert.revision())) {
                fresh.add(alert);
            }
        }
        fresh.sort(Comparator.comparing(AlertDocument::detectedAt));
        for (AlertDocument alert : fresh) {
            newest.put(alert.url(), alert);
            AlertRow row = row(alert, sincePublication(alert, now));
            summary.add(row);
            out.println(table.render(row));
        }
        out.flush();
        return !fresh.isEmpty();
    }

    /** A search that fails, as it may while the index is being made, found nothing yet. */
    private List<AlertHit> search() {
        try {
            return alerts.find(AlertQuery.first(AlertFilter.ALL, SEARCHED)).hits();
        } catch (AlertStoreException e) {
            return List.of();
        }
    }

    private static AlertRow row(AlertDocument alert, @Nullable Duration toSearchable) {
        List<ThemeMatch> themes = alert.themes().stream()
                .map(theme -> new ThemeMatch(
                        theme.theme(),
                        theme.score(),
                        alert.evidence().stream()
                                .filter(evidence -> evidence.theme().equals(theme.theme()))
                                .map(e -> new Evidence(e.rule(), e.field(), e.start(), e.end(), e.quote()))
                                .toList()))
                .toList();
        return new AlertRow(
                alert.detectedAt(),
                alert.status(),
                alert.revision(),
                alert.outlet().name(),
                alert.language(),
                alert.headline(),
                themes,
                toSearchable);
    }

    private @Nullable Duration sincePublication(AlertDocument alert, Instant now) {
        Instant published = site.publishedAt().get(alert.url());
        return published == null || alert.status() != Alert.Status.NEW ? null : Duration.between(published, now);
    }

    private List<String> differences() {
        DemoExpectations right = site.expectations();
        Map<URI, Set<String>> verdicts = newest.values().stream()
                .collect(Collectors.toMap(
                        AlertDocument::url,
                        alert -> alert.themes().stream()
                                .map(AlertDocument.ThemeScore::theme)
                                .collect(Collectors.toCollection(TreeSet::new))));
        List<String> differences = new ArrayList<>(right.differencesAtEnd(verdicts));
        for (DemoExpectations.Item item : right.items()) {
            AlertDocument alert = newest.get(item.url());
            boolean retracted = alert != null && alert.status() == Alert.Status.RETRACTED;
            if (alert != null && retracted != item.withdrawn()) {
                differences.add(
                        item.id() + ": " + (retracted ? "retracted but still there" : "gone but not retracted"));
            }
        }
        site.unread().forEach(page -> differences.add(page + ": not read"));
        site.fetched().stream()
                .filter(right.neverRead()::contains)
                .forEach(page -> differences.add(page + ": read although robots.txt forbids it"));
        return differences;
    }
}
