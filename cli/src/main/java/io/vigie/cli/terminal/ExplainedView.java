package io.vigie.cli.terminal;

import io.vigie.audit.explain.Explained;
import io.vigie.audit.explain.Explained.Reckoning;
import io.vigie.audit.explain.Explained.SentenceReckoning;
import io.vigie.events.Alert;
import io.vigie.processor.watch.Explanation.FiredRule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation for a terminal: what was said, on which grounds, and where the grounds are kept. */
public final class ExplainedView {

    private static final int LABEL = 12;
    private static final int MOST_LINES = 12;
    private static final int MOST_SENTENCES = 10;

    private final TerminalView view;
    private final Paint paint;

    public ExplainedView(TerminalView view) {
        this.view = view;
        this.paint = new Paint(view.colours());
    }

    /** Prints it. */
    public void print(Explained alert, PrintWriter out) {
        TerminalText.wrap(TerminalText.safe(alert.headline()), view.columns(), 3)
                .forEach(line -> out.println(paint.strong(line)));
        fact(out, "alert", alert.alertId() + ", revision " + alert.revision() + ", " + lower(alert.status()));
        fact(out, "outlet", alert.outlet().name() + ", " + alert.language());
        fact(out, "address", alert.url().toString());
        if (alert.datePublished() != null) {
            fact(out, "published", alert.datePublished().toString());
        }
        fact(out, "read", alert.detectedAt().toString());
        fact(out, "latency", latency(alert));
        fact(out, "rules", alert.ruleset());
        fact(
                out,
                "item",
                alert.provenance().topic() + ", partition "
                        + alert.provenance().partition() + ", offset "
                        + alert.provenance().offset());
        if (alert.provenance().sha256() != null) {
            fact(out, "page", "SHA-256 " + alert.provenance().sha256());
        }
        for (Alert.Earlier earlier : alert.history()) {
            fact(
                    out,
                    "before",
                    "revision " + earlier.revision() + ", " + lower(earlier.status()) + ": "
                            + String.join(", ", earlier.themes()));
        }
        fact(out, "made again", reproduction(alert.reproduction()));
        alert.reckoning().forEach(theme -> reckoning(theme, out));
    }

    private void reckoning(Reckoning theme, PrintWriter out) {
        out.println();
        out.println(paint.theme(theme.theme(), TerminalText.safe(theme.theme()))
                + String.format(
                        Locale.ROOT,
                        "  score %.4f from %.2f points%s",
                        theme.score(),
                        theme.points(),
                        theme.matched() ? "" : ", below the threshold"));
        if (!theme.item().isEmpty()) {
            fact(out, "whole item", rules(theme.item()));
        }
        theme.sentences().stream().limit(MOST_SENTENCES).forEach(sentence -> sentence(sentence, out));
        if (theme.sentences().size() > MOST_SENTENCES) {
            fact(out, "", (theme.sentences().size() - MOST_SENTENCES) + " more sentences with fewer points");
        }
    }

    private void sentence(SentenceReckoning sentence, PrintWriter out) {
        fact(
                out,
                String.format(Locale.ROOT, "%+.2f", sentence.points()),
                rules(sentence.rules()) + "  (" + lower(sentence.field()) + " " + sentence.start() + "–"
                        + sentence.end() + ")");
        String before = sentence.before().isEmpty() ? "" : "… " + sentence.before();
        String after = sentence.after().isEmpty() ? "" : sentence.after() + " …";
        fact(out, "", before + "» " + sentence.quote() + " «" + after);
    }

    private static String rules(List<FiredRule> rules) {
        return rules.stream()
                .map(rule -> String.format(Locale.ROOT, "%s %+.2f", rule.rule(), rule.weight()))
                .collect(Collectors.joining(", "));
    }

    private static String latency(Explained alert) {
        return alert.latencyMs().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByValue())
                .map(entry -> String.format(Locale.ROOT, "%s +%.1f s", entry.getKey(), entry.getValue() / 1000.0))
                .collect(Collectors.joining(", "));
    }

    private static String reproduction(Explained.Reproduction reproduction) {
        return switch (reproduction) {
            case IDENTICAL -> "identical: the same rules and the same text give the same themes, scores and evidence";
            case DIFFERENT -> "DIFFERENT: the reckoning below does not lead to what is recorded";
            case WITHDRAWN -> "the page was withdrawn; what is recorded is carried on from the revision before";
            case RULESET_GONE -> "not possible: the rule set is no longer on its topic";
            case ITEM_GONE -> "not possible: the item is no longer on its topic";
        };
    }

    private void fact(PrintWriter out, String label, String text) {
        String margin = paint.faint(TerminalText.fit(label, LABEL));
        for (String line : TerminalText.wrap(TerminalText.safe(text), view.columns() - LABEL, MOST_LINES)) {
            out.println((margin + line).stripTrailing());
            margin = " ".repeat(LABEL);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
