package io.vigie.sink.deliver;

import io.vigie.events.Alert;
import io.vigie.events.AlertNotice;
import io.vigie.events.Delivery;
import io.vigie.events.Evidence;
import io.vigie.events.Notice;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.Surge;
import io.vigie.events.SurgeNotice;
import io.vigie.events.ThemeMatch;
import io.vigie.events.yaml.StrictYaml;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Alerts, notices and channels to tell of. */
final class Stories {

    static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    static final String SENTENCE = "Le chantier livrera douze frégates à la marine avant 2031.";

    private Stories() {}

    static Channel channel(String yaml) {
        return new StrictYaml(name -> null).read("vigie.yaml", yaml, Channel.class);
    }

    static Channel slack() {
        return channel("{id: desk, kind: slack, url: 'http://127.0.0.1:9/hook'}");
    }

    static ThemeMatch theme(String id, double score) {
        int ship = SENTENCE.indexOf("frégates");
        int navy = SENTENCE.indexOf("marine");
        return new ThemeMatch(
                id,
                score,
                List.of(new Evidence(
                        "frigates",
                        Evidence.Field.BODY,
                        0,
                        SENTENCE.length(),
                        SENTENCE,
                        List.of(new Evidence.Mark(ship, ship + 8), new Evidence.Mark(navy, navy + 6)))));
    }

    static Alert alert(String id) {
        return alert(id, 1, Alert.Status.NEW, List.of(theme("defence-industry", 0.75)));
    }

    static Alert alert(String id, int revision, Alert.Status status, List<ThemeMatch> themes) {
        return new Alert(
                id,
                id,
                revision,
                status,
                URI.create("https://outlet.example/" + id),
                "Douze frégates pour la marine (" + id + ")",
                SENTENCE + "\nLa première sortira en mai.",
                List.of("A. Exemple"),
                "fr",
                new Outlet("outlet-fr", "Le Quai", "FR"),
                NOW.minusSeconds(600),
                NOW.minusSeconds(5),
                NOW.minusSeconds(600),
                themes,
                IntStream.range(1, revision)
                        .mapToObj(r -> new Alert.Earlier(
                                r, Alert.Status.NEW, "Douze frégates", List.of("defence-industry"), NOW, null))
                        .toList(),
                null,
                "story-" + id,
                "ruleset-1",
                new Provenance("vigie.press-items", 0, revision, "ab".repeat(32)),
                Map.of());
    }

    /** Of story {@code story-ID}. */
    static AlertNotice notice(String id, Instant routedAt) {
        return notice(id, 1, Alert.Status.NEW, "story-" + id, routedAt);
    }

    static AlertNotice notice(String id, int revision, Alert.Status status, String story, Instant routedAt) {
        return new AlertNotice(
                "desk",
                id,
                revision,
                status,
                URI.create("https://outlet.example/" + id),
                "Douze frégates pour la marine (" + id + ")",
                "fr",
                new Outlet("outlet-fr", "Le Quai", "FR"),
                NOW.minusSeconds(600),
                NOW.minusSeconds(5),
                List.of(theme("defence-industry", 0.75)),
                story,
                routedAt);
    }

    /** Of ukraine-support, in Japan. */
    static Surge surge(Surge.Phase phase) {
        return surge("JP", null, phase);
    }

    static Surge surge(@Nullable String country, @Nullable String outlet, Surge.Phase phase) {
        Instant start = NOW.minusSeconds(3 * 3600);
        return new Surge(
                "ukraine-support/" + country + "/" + outlet + "/" + start,
                phase,
                "ukraine-support",
                outlet,
                country,
                start,
                phase == Surge.Phase.ENDED ? NOW : null,
                12,
                1.5,
                5);
    }

    static SurgeNotice notice(Surge surge, Instant routedAt) {
        return new SurgeNotice("desk", surge, routedAt);
    }

    static Bulletin bulletin(Delivery.Kind kind, int notices) {
        return new Bulletin(
                kind,
                IntStream.range(0, notices)
                        .<Notice>mapToObj(i -> notice("a" + i, NOW))
                        .toList());
    }
}
