package io.vigie.audit.report;

import io.vigie.audit.replay.AlertVerdict;
import io.vigie.audit.replay.ThemeVerdict;
import io.vigie.audit.replay.Verdict;
import io.vigie.events.Evidence;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A difference in lines for a terminal, themes with the sentence that decided each:
 *
 * <pre>
 * gained  2026-03-02T09:00:13Z  Meridian Wire  A howitzer is shown
 *         + defence-industry 0.5000  A howitzer is shown  [howitzer]
 * </pre>
 */
public final class SentenceList {

    private static final String MARGIN = " ".repeat(8);

    private SentenceList() {}

    /** Several lines, each with its line feed. */
    public static String of(AlertVerdict alert) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%-8s%s  %s  %s%n",
                alert.verdict().name().toLowerCase(Locale.ROOT),
                alert.detectedAt() == null ? "" : alert.detectedAt().truncatedTo(ChronoUnit.SECONDS),
                safe(alert.outlet() == null ? "" : alert.outlet().name()),
                safe(Objects.requireNonNullElse(alert.headline(), alert.alertId()))));
        alert.differences()
                .forEach(difference ->
                        out.append(MARGIN).append(safe(difference)).append(System.lineSeparator()));
        for (ThemeVerdict theme : alert.themes()) {
            if (theme.verdict() != Verdict.IDENTICAL) {
                side(out, '-', theme.theme(), theme.recordedScore(), theme.recorded());
                side(out, '+', theme.theme(), theme.replayedScore(), theme.replayed());
            }
        }
        return out.toString();
    }

    private static void side(
            StringBuilder out,
            char sign,
            String theme,
            @org.jspecify.annotations.Nullable Double score,
            List<Evidence> evidence) {
        if (score == null) {
            return;
        }
        String sentence = evidence.isEmpty()
                ? "(same sentences)"
                : safe(evidence.get(0).quote()) + "  [" + evidence.get(0).rule() + "]";
        out.append(String.format(Locale.ROOT, "%s%s %s %.4f  %s%n", MARGIN, sign, safe(theme), score, sentence));
    }

    /** What a stranger wrote, on one line and without what a terminal would obey. */
    private static String safe(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    }
}
