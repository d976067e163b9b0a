package io.vigie.sink.elastic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.RevisionDiff;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands in Elasticsearch: the newest revision, and in {@link #history()} what was said before. Made of
 * the alert alone, but for the moment of writing. The index template {@code alerts-template.json} maps every component.
 *
 * @param timestamp the same as {@code detectedAt}, under the name that ECS tools look for
 * @param event when the document was written, in ECS terms
 * @param alertId the document's {@code _id}
 * @param itemId the item's id
 * @param revision of the item; the document's external version
 * @param status what this revision says of the one before
 * @param url canonical address
 * @param headline plain text
 * @param body plain text, one paragraph a line; empty in a list that was read without bodies
 * @param byline names as printed
 * @param language BCP 47, {@code und} when unknown
 * @param outlet who publishes
 * @param datePublished as stated; absent when not stated
 * @param detectedAt when ingest read this revision
 * @param filedAt the item's place in time; it never changes, and decides the index
 * @param urgency IPTC ninjs urgency, see {@link Alert#urgency()}
 * @param themes ids and scores, highest score first
 * @param evidence sentences of every theme, best first within a theme
 * @param diff what this revision changed, kept and not searched; absent for a first revision and for a retraction
 * @param storyId story that the item belongs to
 * @param ruleset content hash of the rule set
 * @param provenance where the item stands
 * @param latencyMs milliseconds from publication, or from detection when no date is stated, to each stage;
 *     {@code indexed} is ours
 * @param history what earlier revisions said, oldest first
 */
public record AlertDocument(
        @JsonProperty("@timestamp") Instant timestamp,
        Event event,
        String alertId,
        String itemId,
        int revision,
        Alert.Status status,
        URI url,
        String headline,
        String body,
        List<String> byline,
        String language,
        Outlet outlet,
        @Nullable Instant datePublished,
        Instant detectedAt,
        Instant filedAt,
        int urgency,
        List<ThemeScore> themes,
        List<ThemeEvidence> evidence,
        @Nullable RevisionDiff diff,
        String storyId,
        String ruleset,
        Provenance provenance,
        Map<String, Long> latencyMs,
        List<Alert.Earlier> history) {

    /**
     * ECS {@code event} fields.
     *
     * @param ingested when the document was written
     */
    public record Event(Instant ingested) {}

    /**
     * A theme of the alert.
     *
     * @param theme id
     * @param score 0..1
     */
    public record ThemeScore(String theme, double score) {}

    /**
     * A sentence that proves a theme; offsets as in {@link Evidence}.
     *
     * @param theme id of the theme it proves
     * @param rule id of the rule that matched in it
     * @param field where it stands
     * @param quote the sentence, verbatim
     * @param start offset of its first UTF-16 unit in that field
     * @param end offset behind its last
     * @param marks words of the quote that the rule asks for, kept and not searched; empty when they are not known
     */
    public record ThemeEvidence(
            String theme,
            String rule,
            Evidence.Field field,
            String quote,
            int start,
            int end,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Evidence.Mark> marks) {

        // Jackson passes null for a list that the JSON leaves out.
        public ThemeEvidence {
            marks = marks == null ? List.of() : List.copyOf(marks);
        }
    }

    /**
     * Checks what a document cannot be without; an event of another program may lack it.
     *
     * @throws NullPointerException naming what is absent
     */
    public AlertDocument {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(itemId, "itemId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(headline, "headline");
        body = Objects.requireNonNullElse(body, ""); // a list is read without bodies
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(outlet, "outlet");
        Objects.requireNonNull(detectedAt, "detectedAt");
        Objects.requireNonNull(filedAt, "filedAt");
        Objects.requireNonNull(storyId, "storyId");
        Objects.requireNonNull(ruleset, "ruleset");
        Objects.requireNonNull(provenance, "provenance");
        byline = List.copyOf(byline);
        themes = List.copyOf(themes);
        evidence = List.copyOf(evidence);
        latencyMs = Map.copyOf(latencyMs);
        history = List.copyOf(history);
    }

    /**
     * The document of an alert.
     *
     * @param now when it is written
     */
    public static AlertDocument of(Alert alert, Instant now) {
        Instant since = Alert.latencyStart(alert.datePublished(), alert.detectedAt());
        Map<String, Long> latency = new HashMap<>(alert.latencyMs());
        latency.put("indexed", Math.max(0, Duration.between(since, now).toMillis()));
        return new AlertDocument(
                alert.detectedAt(),
                new Event(now),
                alert.alertId(),
                alert.itemId(),
                alert.revision(),
                alert.status(),
                alert.url(),
                alert.headline(),
                alert.body(),
                alert.byline(),
                alert.language(),
                alert.outlet(),
                alert.datePublished(),
                alert.detectedAt(),
                alert.filedAt(),
                alert.urgency(),
                scores(alert),
                evidence(alert),
                alert.diff(),
                alert.storyId(),
                alert.ruleset(),
                alert.provenance(),
                latency,
                alert.history());
    }

    private static List<ThemeScore> scores(Alert alert) {
        return alert.themes().stream()
                .map(match -> new ThemeScore(match.theme(), match.score()))
                .toList();
    }

    private static List<ThemeEvidence> evidence(Alert alert) {
        return alert.themes().stream()
                .flatMap(match -> match.evidence().stream()
                        .map(e -> new ThemeEvidence(
                                match.theme(), e.rule(), e.field(), e.quote(), e.start(), e.end(), e.marks())))
                .toList();
    }
}
