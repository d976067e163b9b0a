package io.vigie.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.sink.elastic.AlertDocument;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BriefTest {

    private static final Instant TO = Instant.parse("2026-04-02T05:00:00Z");
    private static final Instant FROM = TO.minusSeconds(86_400);

    @Test
    void gathersReportsIntoStoriesUnderTheirBestTheme() {
        Brief brief = brief(
                "fr",
                alert("a", "s1", "en", "Yard hires", "defence-industry", 0.9),
                alert("b", "s1", "fr", "Le chantier embauche", "defence-industry", 0.7),
                alert("c", "s2", "de", "Peking liefert nicht", "china-concerns", 0.6));

        assertThat(brief.alerts()).isEqualTo(3);
        assertThat(brief.themes()).extracting(Brief.Theme::id).containsExactly("china-concerns", "defence-industry");
        Brief.Story story = brief.themes().get(1).stories().get(0);
        assertThat(story.headline()).as("in the reader's language").isEqualTo("Le chantier embauche");
        assertThat(story.reports()).extracting(Brief.Report::alertId).containsExactly("a", "b");
        assertThat(story.outlets()).isEqualTo(2);
    }

    @Test
    void aRetractedAlertTellsOfNothing() {
        AlertDocument gone = alert("a", "s1", "en", "Never mind", "china-concerns", 0.9, Alert.Status.RETRACTED);
        assertThat(brief("en", gone).themes()).isEmpty();
    }

    @Test
    void speaksFrenchAndEnglish() {
        Brief brief = brief("fr", alert("a", "s1", "fr", "Le chantier embauche", "defence-industry", 0.9));
        assertThat(BriefMarkdown.print(brief, "fr", ZoneOffset.UTC, TO))
                .startsWith("# Veille de presse, jeudi 2 avril 2026\n")
                .contains("## Industrie de défense (un sujet)", "1 article · 1 média", "> Une phrase qui le prouve.");
        assertThat(BriefMarkdown.print(brief, "en", ZoneOffset.UTC, TO))
                .startsWith("# Press watch, Thursday 2 April 2026\n")
                .contains("## Defence industry (one story)", "1 report · 1 outlet");
        assertThat(BriefMarkdown.print(brief("en"), "fr", ZoneOffset.UTC, TO)).contains("Rien n'a été publié");
    }

    @Test
    void whatStrangersWroteStaysText() {
        Brief brief = brief(
                "en", alert("a", "s1", "en", "<script>alert(1)</script> [x](javascript:1) *b*", "china-concerns", 0.9));
        String html = BriefHtml.print(brief, "en", ZoneOffset.UTC, TO, BriefHtml.Medium.SCREEN);
        assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(BriefMarkdown.print(brief, "en", ZoneOffset.UTC, TO))
                .doesNotContain("<script>", "[x](", "*b*")
                .contains("\\<script\\>", "\\[x\\]");
    }

    @Test
    void onlyTheWebIsLinkedTo() {
        AlertDocument odd = alert("a", "s1", "en", "Odd", "china-concerns", 0.9);
        Brief brief = brief("en", with(odd, URI.create("javascript:alert(1)")));
        assertThat(BriefHtml.print(brief, "en", ZoneOffset.UTC, TO, BriefHtml.Medium.PAPER))
                .doesNotContain("javascript:")
                .contains("class=\"paper\"");
        assertThat(BriefMarkdown.print(brief, "en", ZoneOffset.UTC, TO)).doesNotContain("javascript:");
    }

    private static Brief brief(String language, AlertDocument... alerts) {
        return BriefMaker.of(List.of(alerts), FROM, TO, language, true);
    }

    private static AlertDocument alert(
            String id, String story, String language, String headline, String theme, double score) {
        return alert(id, story, language, headline, theme, score, Alert.Status.NEW);
    }

    private static AlertDocument alert(
            String id,
            String story,
            String language,
            String headline,
            String theme,
            double score,
            Alert.Status status) {
        Instant at = FROM.plusSeconds(3_600 + id.hashCode());
        String sentence = "Une phrase qui le prouve.";
        return new AlertDocument(
                at,
                new AlertDocument.Event(at),
                id,
                id,
                1,
                status,
                URI.create("https://outlet.example/" + id),
                headline,
                "",
                List.of(),
                language,
                new Outlet("outlet-" + id, "Outlet " + id, "FR"),
                at,
                at,
                at,
                4,
                List.of(new AlertDocument.ThemeScore(theme, score)),
                List.of(new AlertDocument.ThemeEvidence(
                        theme, "r", Evidence.Field.BODY, sentence, 0, sentence.length(), List.of())),
                null,
                story,
                "rules",
                new Provenance("vigie.press-items", 0, 1, null),
                Map.of(),
                List.of());
    }

    private static AlertDocument with(AlertDocument alert, URI url) {
        return new AlertDocument(
                alert.timestamp(),
                alert.event(),
                alert.alertId(),
                alert.itemId(),
                1,
                alert.status(),
                url,
                alert.headline(),
                "",
                List.of(),
                alert.language(),
                alert.outlet(),
                alert.datePublished(),
                alert.detectedAt(),
                alert.filedAt(),
                4,
                alert.themes(),
                alert.evidence(),
                null,
                alert.storyId(),
                "rules",
                alert.provenance(),
                Map.of(),
                List.of());
    }
}
