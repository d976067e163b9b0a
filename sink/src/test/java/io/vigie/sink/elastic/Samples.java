package io.vigie.sink.elastic;

import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.RevisionDiff;
import io.vigie.events.ThemeMatch;
import io.vigie.sink.Change;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    static RevisionDiff diff(int revision) {
        return new RevisionDiff(
                List.of("Ajouté par la révision " + revision + "."),
                List.of("Retiré par la révision " + revision + "."),
                0,
                0,
                List.of("ukraine-support"),
                List.of(),
                false);
    }

    private static List<Alert.Earlier> history(int revision) {
        return IntStream.range(1, revision)
                .mapToObj(earlier -> new Alert.Earlier(
                        earlier,
                        status(earlier),
                        "Douze frégates pour la marine, révision " + earlier,
                        List.of("defence-industry"),
                        DETECTED.plusSeconds(earlier),
                        earlier == 1 ? null : diff(earlier)))
                .toList();
    }

    /** Elasticsearch's date parser takes years of four digits. */
    static Alert unmappable(String id) {
        return new Change(alert(id))
                .datePublished(Instant.parse("+12025-01-01T00:00:00Z"))
                .alert();
    }
}
