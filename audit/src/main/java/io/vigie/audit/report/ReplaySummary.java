package io.vigie.audit.report;

import io.vigie.audit.replay.ReplayResult;
import io.vigie.audit.replay.Rereads;
import io.vigie.audit.replay.Stage;
import io.vigie.audit.replay.Tally;
import io.vigie.audit.replay.Totals;
import java.util.Locale;
import java.util.SortedMap;

/** The totals of a replay as a table for a terminal. */
public final class ReplaySummary {

    private static final String ROW = "%-28s %10s %9s %9s %9s %9s %9s%n";

    private ReplaySummary() {}

    /** Several lines, each with its line feed. */
    public static String of(ReplayResult result) {
        Totals totals = result.totals();
        StringBuilder out = new StringBuilder();
        out.append(
                String.format(Locale.ROOT, ROW, "", "identical", "changed", "gained", "lost", "unproven", "missing"));
        row(out, "alerts", totals.alerts());
        rows(out, "theme ", totals.themes());
        rows(out, "outlet ", totals.outlets());
        rows(out, "language ", totals.languages());
        out.append(String.format(
                Locale.ROOT,
                "%,d items: %,d with an alert, %,d without, %,d duplicates, %,d dead letters, %,d not judged yet, %,d"
                        + " erased%n",
                totals.items(),
                totals.alerts().all(),
                totals.quiet(),
                totals.duplicates(),
                totals.deadLetters(),
                totals.pending(),
                totals.erased()));
        if (result.request().stage() == Stage.EXTRACT) {
            Rereads pages = totals.pages();
            out.append(String.format(
                    Locale.ROOT,
                    "%,d pages read again: %,d as before, %,d not%s, %,d no longer kept%n",
                    pages.all(),
                    pages.same(),
                    pages.different(),
                    pages.fields().isEmpty() ? "" : " " + pages.fields(),
                    pages.gone()));
        }
        return out.toString();
    }

    private static void rows(StringBuilder out, String prefix, SortedMap<String, Tally> tallies) {
        tallies.forEach((name, tally) -> row(out, prefix + name.replaceAll("\\p{Cntrl}", "?"), tally));
    }

    private static void row(StringBuilder out, String name, Tally tally) {
        out.append(String.format(
                Locale.ROOT,
                ROW,
                name,
                tally.identical(),
                tally.changed(),
                tally.gained(),
                tally.lost(),
                tally.unproven(),
                tally.missing()));
    }
}
