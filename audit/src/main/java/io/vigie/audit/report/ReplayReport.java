package io.vigie.audit.report;

import io.vigie.audit.replay.AlertVerdict;
import io.vigie.audit.replay.ReplayResult;
import io.vigie.audit.replay.Rereads;
import io.vigie.audit.replay.Stage;
import io.vigie.audit.replay.Tally;
import io.vigie.audit.replay.Totals;
import io.vigie.audit.replay.Verdict;
import io.vigie.audit.topic.Span;
import io.vigie.events.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report of a replay: what was read, what it came to, and every difference with the sentences on both sides. The same
 * replay gives the same bytes: no clock has a say in it.
 */
public final class ReplayReport {

    /** More differences than anybody reads on paper; the JSONL file has them all. */
    private static final int MOST_SHOWN = 1_000;

    private final ReplayResult result;
    private final Html html;

    private ReplayReport(ReplayResult result, Html html) {
        this.result = result;
        this.html = html;
    }

    /**
     * Writes the page.
     *
     * @param verdicts of the replay, in its order
     */
    public static void write(ReplayResult result, Stream<AlertVerdict> verdicts, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            ReplayReport report = new ReplayReport(result, new Html(out));
            report.head();
            report.summary();
            report.totals();
            report.differences(verdicts);
            report.foot();
        }
    }

    private void head() {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src")
                .raw(" 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<title>Vigie replay report</title>\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n");
    }

    private void summary() {
        Totals totals = result.totals();
        Tally alerts = totals.alerts();
        html.raw("<header>\n<p class=\"kind\">Replay report</p>\n");
        html.element("h1", headline(alerts)).raw("\n</header>\n<section>\n");
        html.element("p", explanation(totals)).raw("\n<table class=\"facts\">\n");
        RuleSet rules = result.request().rules();
        fact(
                "Begins with",
                result.request().stage() == Stage.EXTRACT
                        ? "the pages as they were fetched; their text was extracted again"
                        : "the text of each item, as extracted then");
        fact("Rules", rules == null ? "those in force when each item was judged" : "rule set " + rules.hash());
        fact("Asked for", result.request().words());
        for (Span span : result.spans()) {
            fact(
                    "Read",
                    span.topic() + ", partition " + span.partition() + ", offsets " + span.from() + " to "
                            + Math.max(span.from(), span.to() - 1) + (span.length() == 0 ? " (empty)" : ""));
        }
        String into = result.request().into();
        if (into != null) {
            fact("Written to", "search index " + into);
        }
        fact("Software", result.request().software());
        html.raw("</table>\n</section>\n");
    }

    private static String headline(Tally alerts) {
        if (alerts.different() == 0) {
            return alerts.all() == 0
                    ? "No alert in this span, neither on record nor in the replay"
                    : "All " + number(alerts.all()) + " alerts are identical";
        }
        return number(alerts.different()) + " of " + number(alerts.all()) + " alerts are not the same";
    }

    private String explanation(Totals totals) {
        String read =
                number(totals.items()) + " press items were read again from where they are kept and put through the"
                        + " same program steps that judged them when they came in";
        if (result.request().rules() != null) {
            return read
                    + ", but under another set of rules. What follows is what these rules would have done differently.";
        }
        return read + ", under the rules in force at that time. "
                + (result.identical()
                        ? "Every alert came out again with the same themes, the same scores and the same sentences as"
                                + " evidence, and no other alert appeared."
                        : "They should have come out the same. Each difference below is a defect of the program, of the"
                                + " record or of the version that replays, until it is explained.");
    }

    private void totals() {
        Totals totals = result.totals();
        html.raw("<section>\n<h2>Totals</h2>\n");
        html.raw("<table class=\"tally\"><thead><tr><th></th>");
        for (Verdict verdict : Verdict.values()) {
            html.raw("<th class=\"n\">").text(name(verdict)).raw("</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        row("Alerts", totals.alerts());
        html.raw("</tbody>\n");
        group("By theme", totals.themes());
        group("By outlet", totals.outlets());
        group("By language", totals.languages());
        html.raw("</table>\n");
        html.element(
                "p class=\"small\"",
                "Of " + number(totals.items()) + " items, "
                        + number(totals.alerts().all()) + " are counted above, "
                        + number(totals.quiet()) + " raise no alert on either side, " + number(totals.duplicates())
                        + " repeat what was known, " + number(totals.deadLetters())
                        + " could not be read and stand among the dead letters, " + number(totals.pending())
                        + " had not been judged yet, and " + number(totals.erased())
                        + " were erased on request and not read. An alert with two themes counts under both.");
        if (result.request().stage() == Stage.EXTRACT) {
            html.element("p class=\"small\"", pages(totals.pages()));
        }
        html.raw("\n</section>\n");
    }

    private static String pages(Rereads pages) {
        String fields = pages.fields().entrySet().stream()
                .map(field -> field.getKey() + " in " + number(field.getValue()))
                .collect(Collectors.joining(", "));
        return "Of " + number(pages.all()) + " pages, " + number(pages.same()) + " gave the same item again, "
                + number(pages.different()) + " another one" + (fields.isEmpty() ? "" : " (" + fields + ")") + ", and "
                + number(pages.gone()) + " are no longer kept.";
    }

    private void group(String title, Map<String, Tally> tallies) {
        html.raw("<tbody><tr><th colspan=\"7\" class=\"group\">").text(title).raw("</th></tr>\n");
        tallies.forEach(this::row);
        html.raw("</tbody>\n");
    }

    private void row(String title, Tally tally) {
        html.raw("<tr><th><bdi>").text(title).raw("</bdi></th>");
        for (long count : new long[] {
            tally.identical(), tally.changed(), tally.gained(), tally.lost(), tally.unproven(), tally.missing()
        }) {
            html.raw(count == 0 ? "<td class=\"n zero\">" : "<td class=\"n\">")
                    .text(number(count))
                    .raw("</td>");
        }
        html.raw("</tr>\n");
    }

    private void differences(Stream<AlertVerdict> verdicts) {
        long different = result.totals().alerts().different();
        if (different == 0) {
            return;
        }
        html.raw("<section>\n<h2>Differences</h2>\n");
        DifferenceArticle article = new DifferenceArticle(html);
        verdicts.filter(AlertVerdict::differs).limit(MOST_SHOWN).forEach(article::write);
        if (different > MOST_SHOWN) {
            html.element(
                    "p",
                    "The first " + number(MOST_SHOWN) + " of " + number(different)
                            + " differences are shown; the file of verdicts (--jsonl) has them all.");
        }
        html.raw("</section>\n");
    }

    private void foot() {
        html.raw("<section>\n<h2>How to read this</h2>\n<dl>\n");
        define("identical", "The record and the replay say the same: themes, scores and sentences.");
        define("changed", "Both raise an alert, but a theme, a score or a sentence given as evidence is not the same.");
        define("gained", "The replay raises an alert that is not on record.");
        define("lost", "An alert is on record that the replay does not raise.");
        define("unproven", "The rules of that time are no longer kept, so that nothing can be said.");
        define("missing", "The item came in, but there is no record that it was ever judged.");
        html.raw("</dl>\n");
        html.element(
                "p class=\"small\"",
                "Compared are the decisions of the rules. Times, the grouping of reports into stories and delivery are"
                        + " not, because no rule decides them. A score runs from 0 to 1. Offsets name places in the"
                        + " append-only record, whose entries are never changed.");
        html.raw("\n</section>\n</body>\n</html>\n");
    }

    private void define(String term, String meaning) {
        html.element("dt", term).element("dd", meaning).raw("\n");
    }

    private void fact(String name, String value) {
        html.raw("<tr>").element("th", name).element("td", value).raw("</tr>\n");
    }

    static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String style() {
        try (InputStream in = ReplayReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
