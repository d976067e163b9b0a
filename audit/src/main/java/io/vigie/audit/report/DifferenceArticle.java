package io.vigie.audit.report;

import io.vigie.audit.replay.AlertVerdict;
import io.vigie.audit.replay.FieldDifference;
import io.vigie.audit.replay.ThemeVerdict;
import io.vigie.events.Evidence;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One difference of a replay: what it is about, and both sides of everything that is not the same. */
final class DifferenceArticle {

    private final Html html;

    DifferenceArticle(Html html) {
        this.html = html;
    }

    void write(AlertVerdict alert) {
        html.raw("<article class=\"").text(ReplayReport.name(alert.verdict())).raw("\">\n<h3><span class=\"verdict\">");
        html.text(ReplayReport.name(alert.verdict())).raw("</span> <bdi>");
        html.text(Objects.requireNonNullElse(alert.headline(), "(no text)")).raw("</bdi></h3>\n<p class=\"small\">");
        if (alert.outlet() != null) {
            html.raw("<bdi>").text(alert.outlet().name()).raw("</bdi> · ");
        }
        if (alert.detectedAt() != null) {
            html.text("read " + alert.detectedAt().truncatedTo(ChronoUnit.SECONDS))
                    .raw(" · ");
        }
        html.text("alert " + alert.alertId() + ", revision " + alert.revision() + ", item at partition "
                + alert.partition() + ", offset " + alert.offset());
        if (alert.url() != null) {
            html.raw("<br>").link(alert.url());
        }
        html.raw("</p>\n");
        for (String difference : alert.differences()) {
            html.element("p", difference).raw("\n");
        }
        for (FieldDifference field : alert.extraction()) {
            field(field);
        }
        for (ThemeVerdict theme : alert.themes()) {
            theme(theme);
        }
        html.raw("</article>\n");
    }

    private void field(FieldDifference field) {
        html.raw("<div class=\"theme\"><p><strong>").text(field.field());
        html.raw("</strong> is not what the page says when it is read again</p>\n<div class=\"sides\">");
        reading("On record", field.recorded());
        reading("Read again", field.again());
        html.raw("</div></div>\n");
    }

    private void reading(String title, String text) {
        html.raw("<div><p class=\"small\">").text(title).raw("</p><blockquote dir=\"auto\">");
        html.text(text.isEmpty() ? "nothing" : text).raw("</blockquote></div>");
    }

    private void theme(ThemeVerdict theme) {
        html.raw("<div class=\"theme\"><p><strong>").text(theme.theme()).raw("</strong> ");
        html.text(ReplayReport.name(theme.verdict())).raw(" <span class=\"small\">score ");
        html.text(score(theme.recordedScore()) + " on record, " + score(theme.replayedScore()) + " replayed")
                .raw("</span></p>\n");
        if (!theme.recorded().isEmpty() || !theme.replayed().isEmpty()) {
            html.raw("<div class=\"sides\">");
            side("On record", theme.recorded());
            side("Replayed", theme.replayed());
            html.raw("</div>");
        }
        html.raw("</div>\n");
    }

    private void side(String title, List<Evidence> evidence) {
        html.raw("<div><p class=\"small\">").text(title).raw("</p>");
        if (evidence.isEmpty()) {
            html.raw("<p class=\"small\">nothing</p>");
        }
        for (Evidence each : evidence) {
            html.raw("<blockquote dir=\"auto\">").text(each.quote()).raw("</blockquote><p class=\"small\">");
            html.text("rule " + each.rule() + ", " + each.field().name().toLowerCase(Locale.ROOT) + " " + each.start()
                            + "–" + each.end())
                    .raw("</p>");
        }
        html.raw("</div>");
    }

    private static String score(@Nullable Double score) {
        return score == null ? "none" : String.format(Locale.ROOT, "%.4f", score);
    }
}
