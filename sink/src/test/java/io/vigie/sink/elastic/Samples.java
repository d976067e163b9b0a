package io.vigie.sink.elastic;

import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.ThemeMatch;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Alerts to write, each fully filled in. */
final class Samples {

    static final Instant PUBLISHED = Instant.parse("2026-03-31T22:30:00Z");
    static final Instant DETECTED = Instant.parse("2026-04-01T06:00:00Z");
    private static final String SENTENCE = "Le chantier livrera douze frégates à la marine.";

    private Samples() {}

    static Alert alert(String id) {
        return alert(id, 1);
    }

    static Alert alert(String id, int revision) {
        return new Alert(
                id,
                id,
                revision,
                status(revision),
                URI.create("https://outlet.example/" + id),
                "Douze frégates pour la marine, révision " + revision,
                SENTENCE + "\nLa première sortira en mai.",
                List.of("A. Exemple"),
                "fr",
                new Outlet("outlet-fr", "Outlet", "FR"),
                PUBLISHED,
                DETECTED.plusSeconds(revision),
                PUBLISHED,
                List.of(theme("defence-industry", 0.75)),
                history(revision),
                null,
                "story-" + id,
                "ruleset-1",
                new Provenance("vigie.press-items", 0, revision, "ab".repeat(32)),
                Map.of("seen", 27_000_000L, "classified", 27_000_400L));
    }

    static ThemeMatch theme(String id, double score) {
        return new ThemeMatch(
                id, score, List.of(new Evidence("frigates", Evidence.Field.BODY, 0, SENTENCE.length(), SENTENCE)));
    }

    private static Alert.Status status(int revision) {
        return revision == 1 ? Alert.Status.NEW : Alert.Status.AMENDED;
    }

    private static List<Alert.Earlier> history(int revision) {
        return IntStream.range(1, revision)
                .mapToObj(earlier -> new Alert.Earlier(
                        earlier,
                        status(earlier),
                        "Douze frégates pour la marine, révision " + earlier,
                        List.of("defence-industry"),
                        DETECTED.plusSeconds(earlier)))
                .toList();
    }

    /** Elasticsearch's date parser takes years of four digits. */
    static Alert unmappable(String id) {
        return new Change(alert(id))
                .datePublished(Instant.parse("+12025-01-01T00:00:00Z"))
                .alert();
    }

    /** A changed copy. */
    record Change(Alert alert) {

        Change headline(String headline) {
            return text(headline, alert.body(), alert.language(), alert.datePublished(), alert.themes());
        }

        Change body(String body) {
            return text(alert.headline(), body, alert.language(), alert.datePublished(), alert.themes());
        }

        Change language(String language) {
            return text(alert.headline(), alert.body(), language, alert.datePublished(), alert.themes());
        }

        Change datePublished(@Nullable Instant at) {
            return text(alert.headline(), alert.body(), alert.language(), at, alert.themes());
        }

        Change themes(ThemeMatch... themes) {
            return text(alert.headline(), alert.body(), alert.language(), alert.datePublished(), List.of(themes));
        }

        Change detectedAt(Instant at) {
            return facts(alert.status(), alert.ruleset(), at, alert.filedAt(), alert.outlet(), alert.latencyMs());
        }

        Change filedAt(Instant at) {
            return facts(alert.status(), alert.ruleset(), alert.detectedAt(), at, alert.outlet(), alert.latencyMs());
        }

        Change status(Alert.Status status) {
            return facts(
                    status, alert.ruleset(), alert.detectedAt(), alert.filedAt(), alert.outlet(), alert.latencyMs());
        }

        Change ruleset(String ruleset) {
            return facts(
                    alert.status(), ruleset, alert.detectedAt(), alert.filedAt(), alert.outlet(), alert.latencyMs());
        }

        Change outlet(Outlet outlet) {
            return facts(
                    alert.status(), alert.ruleset(), alert.detectedAt(), alert.filedAt(), outlet, alert.latencyMs());
        }

        Change latency(Map<String, Long> latencyMs) {
            return facts(
                    alert.status(), alert.ruleset(), alert.detectedAt(), alert.filedAt(), alert.outlet(), latencyMs);
        }

        Change story(String id) {
            return new Change(new Alert(
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
                    alert.themes(),
                    alert.history(),
                    alert.diff(),
                    id,
                    alert.ruleset(),
                    alert.provenance(),
                    alert.latencyMs()));
        }

        private Change text(
                String headline,
                String body,
                String language,
                @Nullable Instant datePublished,
                List<ThemeMatch> themes) {
            return new Change(new Alert(
                    alert.alertId(),
                    alert.itemId(),
                    alert.revision(),
                    alert.status(),
                    alert.url(),
                    headline,
                    body,
                    alert.byline(),
                    language,
                    alert.outlet(),
                    datePublished,
                    alert.detectedAt(),
                    alert.filedAt(),
                    themes,
                    alert.history(),
                    alert.diff(),
                    alert.storyId(),
                    alert.ruleset(),
                    alert.provenance(),
                    alert.latencyMs()));
        }

        private Change facts(
                Alert.Status status,
                String ruleset,
                Instant detectedAt,
                Instant filedAt,
                Outlet outlet,
                Map<String, Long> latencyMs) {
            return new Change(new Alert(
                    alert.alertId(),
                    alert.itemId(),
                    alert.revision(),
                    status,
                    alert.url(),
                    alert.headline(),
                    alert.body(),
                    alert.byline(),
                    alert.language(),
                    outlet,
                    alert.datePublished(),
                    detectedAt,
                    filedAt,
                    alert.themes(),
                    alert.history(),
                    alert.diff(),
                    alert.storyId(),
                    ruleset,
                    alert.provenance(),
                    latencyMs));
        }
    }
}
