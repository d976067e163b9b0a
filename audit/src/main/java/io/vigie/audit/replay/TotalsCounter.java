package io.vigie.audit.replay;

import io.vigie.events.Outlet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts up to {@link Totals}. For one thread. */
final class TotalsCounter {

    private static final String UNKNOWN = "und";

    private long items;
    private long quiet;
    private long duplicates;
    private long deadLetters;
    private long pending;
    private long erased;
    private long pagesSame;
    private long pagesDifferent;
    private long pagesGone;
    private final SortedMap<String, Long> fields;
    private Tally alerts;
    private final SortedMap<String, Tally> themes;
    private final SortedMap<String, Tally> outlets;
    private final SortedMap<String, Tally> languages;

    /** Goes on from there. */
    TotalsCounter(Totals start) {
        items = start.items();
        quiet = start.quiet();
        duplicates = start.duplicates();
        deadLetters = start.deadLetters();
        pending = start.pending();
        erased = start.erased();
        pagesSame = start.pages().same();
        pagesDifferent = start.pages().different();
        pagesGone = start.pages().gone();
        fields = new TreeMap<>(start.pages().fields());
        alerts = start.alerts();
        themes = new TreeMap<>(start.themes());
        outlets = new TreeMap<>(start.outlets());
        languages = new TreeMap<>(start.languages());
    }

    void item() {
        items++;
    }

    void quiet() {
        quiet++;
    }

    void duplicate() {
        duplicates++;
    }

    void deadLetter() {
        deadLetters++;
    }

    void pending() {
        pending++;
    }

    void erased() {
        erased++;
    }

    void pageGone() {
        pagesGone++;
    }

    void page(List<FieldDifference> differences) {
        if (differences.isEmpty()) {
            pagesSame++;
        } else {
            pagesDifferent++;
            differences.forEach(difference -> fields.merge(difference.field(), 1L, Long::sum));
        }
    }

    void alert(AlertVerdict alert) {
        alerts = alerts.plus(alert.verdict());
        Outlet outlet = alert.outlet();
        count(outlets, outlet == null ? UNKNOWN : outlet.id(), alert.verdict());
        count(languages, Objects.requireNonNullElse(alert.language(), UNKNOWN), alert.verdict());
        alert.themes().forEach(theme -> count(themes, theme.theme(), theme.verdict()));
    }

    Totals totals() {
        return new Totals(
                items,
                quiet,
                duplicates,
                deadLetters,
                pending,
                erased,
                new Rereads(pagesSame, pagesDifferent, pagesGone, fields),
                alerts,
                themes,
                outlets,
                languages);
    }

    private static void count(SortedMap<String, Tally> tallies, String key, Verdict verdict) {
        tallies.put(key, tallies.getOrDefault(key, Tally.NONE).plus(verdict));
    }
}
