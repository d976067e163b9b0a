package io.vigie.desk;

import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.RevisionDiff;
import io.vigie.events.Sha256;
import io.vigie.events.ThemeMatch;
import io.vigie.events.Triage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A day of an invented press: outlets, and what they tell of each {@link PressEvent} in their own languages. The same seed
 * gives the same day.
 */
final class PressDay {

    private static final String DEFENCE = "defence-industry";

    /** What the first change of a report adds, and the second takes out again. */
    private static final String WITHDRAWN = "Two yards said that their magnets for naval drives would last until May.";

    private static final double LESS_SURE = 0.52;

    static final List<Outlet> OUTLETS = List.of(
            new Outlet("quayside-business", "Quayside Business", "GB"),
            new Outlet("courrier-du-phare", "Courrier du Phare", "FR"),
            new Outlet("elbfunk", "Elbfunk", "DE"),
            new Outlet("kurier-nadmorski", "Kurier Nadmorski", "PL"),
            new Outlet("minato-shimpo", "みなと新報", "JP"),
            new Outlet("harbour-institute", "Harbour Institute", "GB"),
            new Outlet("gaceta-del-faro", "Gaceta del Faro", "ES"),
            new Outlet("amt-fuer-hafen", "Amt für Häfen", "DE"),
            new Outlet("ministere-des-ports", "Ministère des Ports", "FR"),
            new Outlet("alliance-desk", "Lighthouse Alliance", "INT"),
            new Outlet("corriere-della-lanterna", "Corriere della Lanterna", "IT"),
            new Outlet("fyrposten", "Fyrposten", "SE"));

    private static final List<@Nullable String> NOTES = Arrays.asList(
            "Told to the naval desk at 06:40.",
            null,
            "Même contrat que lundi, montant corrigé.",
            null,
            "The rule takes the name of a street for the ministry.");

    static final Map<String, String> LANGUAGES = Map.of(
            "GB", "en", "FR", "fr", "DE", "de", "PL", "pl", "JP", "ja", "ES", "es", "INT", "en", "IT", "it", "SE",
            "sv");

    private final Instant now;
    private final Random random;

    PressDay(Instant now, long seed) {
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.random = new Random(seed);
    }

    /** Reports of the last days, eldest first. */
    List<Alert> alerts(int number) {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Duration ago = Duration.ofSeconds(40).plusMinutes((long) (Math.pow(i, 1.35) * 9) + random.nextInt(9));
            alerts.add(alert(i, now.minus(ago)));
        }
        Collections.reverse(alerts);
        return alerts;
    }

    /** One report, the same for the same number but for its time. */
    Alert alert(int number, Instant at) {
        PressEvent event = PressEvent.ALL.get(number % PressEvent.ALL.size());
        List<Outlet> telling = OUTLETS.stream()
                .filter(outlet -> event.tellings().containsKey(LANGUAGES.get(outlet.country())))
                .toList();
        Outlet outlet = telling.get(number / PressEvent.ALL.size() % telling.size());
        String language = LANGUAGES.getOrDefault(outlet.country(), "en");
        PressEvent.Telling words = event.tellings().getOrDefault(language, new PressEvent.Telling("", "", ""));
        int told = number / (PressEvent.ALL.size() * telling.size());
        return alert("item-" + number, 1, Alert.Status.NEW, outlet, language, event, words, told, at, null);
    }

    /** The same report, changed later: a sentence more, and with it a theme that it may not have had before. */
    Alert amended(Alert before, Instant at) {
        boolean known = before.themes().stream().anyMatch(match -> match.theme().equals(DEFENCE));
        RevisionDiff diff = new RevisionDiff(
                List.of(before.body().lines().findFirst().orElse(""), WITHDRAWN),
                List.of("An earlier version gave the sum as 1.1 billion."),
                0,
                0,
                known ? List.of() : List.of(DEFENCE),
                List.of(),
                false);
        int start = before.body().length() + 1;
        Evidence evidence =
                new Evidence("rule-d1", Evidence.Field.BODY, start, start + WITHDRAWN.length(), WITHDRAWN, List.of());
        List<ThemeMatch> themes = new ArrayList<>(before.themes());
        if (!known) {
            themes.add(new ThemeMatch(DEFENCE, LESS_SURE, List.of(evidence)));
        }
        return revised(before, Alert.Status.AMENDED, before.body() + "\n" + WITHDRAWN, themes, at, diff);
    }

    /** And changed once more: that sentence is gone, and its theme; what the first change was stays known. */
    Alert amendedAgain(Alert before, Instant at) {
        RevisionDiff diff = new RevisionDiff(
                List.of("A spokesman confirmed the date in the evening.", "The union has not been asked."),
                List.of("The agency did not answer.", WITHDRAWN),
                0,
                0,
                List.of(),
                List.of(DEFENCE),
                false);
        List<ThemeMatch> themes = before.themes().stream()
                .filter(match -> !match.theme().equals(DEFENCE))
                .toList();
        String body = before.body().replace(WITHDRAWN, "A spokesman confirmed the date in the evening.");
        return revised(before, Alert.Status.AMENDED, body, themes, at, diff);
    }

    Alert retracted(Alert before, Instant at) {
        return revised(before, Alert.Status.RETRACTED, "", before.themes(), at, null);
    }

    private static Alert revised(
            Alert before,
            Alert.Status status,
            String body,
            List<ThemeMatch> themes,
            Instant at,
            @Nullable RevisionDiff diff) {
        List<Alert.Earlier> history = new ArrayList<>(before.history());
        history.add(new Alert.Earlier(
                before.revision(),
                before.status(),
                before.headline(),
                before.themes().stream().map(ThemeMatch::theme).toList(),
                before.detectedAt(),
                before.diff()));
        return new Alert(
                before.alertId(),
                before.itemId(),
                before.revision() + 1,
                status,
                before.url(),
                before.headline(),
                body,
                before.byline(),
                before.language(),
                before.outlet(),
                before.datePublished(),
                at,
                before.filedAt(),
                themes,
                history,
                diff,
                before.storyId(),
                before.ruleset(),
                before.provenance(),
                before.latencyMs());
    }

    /** A headline of one's own. */
    Alert titled(String id, String headline, Instant at) {
        PressEvent event = PressEvent.ALL.get(0);
        PressEvent.Telling words = new PressEvent.Telling(headline, "The arms agency signed a contract.", "contract");
        return alert(id, 1, Alert.Status.NEW, OUTLETS.get(0), "en", event, words, 0, at, "story-of-" + id);
    }

    private Alert alert(
            String id,
            int revision,
            Alert.Status status,
            Outlet outlet,
            String language,
            PressEvent event,
            PressEvent.Telling words,
            int told,
            Instant at,
            @Nullable String story) {
        String body = words.sentence() + "\n" + words.headline() + ".\n" + outlet.name() + ".";
        int from = words.sentence().indexOf(words.words());
        List<Evidence.Mark> marks = from < 0
                ? List.of()
                : List.of(new Evidence.Mark(from, from + words.words().length()));
        Evidence evidence = new Evidence(
                "rule-" + event.theme().charAt(0) + "1",
                Evidence.Field.BODY,
                0,
                words.sentence().length(),
                words.sentence(),
                marks);
        Evidence headline = new Evidence(
                "rule-headline", Evidence.Field.HEADLINE, 0, words.headline().length(), words.headline());
        double score = 0.55 + Math.floorMod(id.hashCode(), 45) / 100.0;
        List<ThemeMatch> themes = new ArrayList<>();
        themes.add(new ThemeMatch(event.theme(), score, List.of(evidence, headline)));
        if (event.also() != null) {
            themes.add(new ThemeMatch(event.also(), score - 0.1, List.of(evidence)));
        }
        return new Alert(
                id,
                id,
                revision,
                status,
                URI.create("https://" + outlet.id() + ".example/" + id),
                words.headline(),
                body,
                List.of("A. Keeper"),
                language,
                outlet,
                at.minusSeconds(11),
                at,
                at.minusSeconds(11),
                themes,
                List.of(),
                null,
                story == null ? "story-" + PressEvent.ALL.indexOf(event) + "-" + told : story,
                Sha256.hex("rules").substring(0, 16),
                new Provenance("vigie.press-items", Math.floorMod(id.hashCode(), 4), 4_711, Sha256.hex(id)),
                Map.of("seen", 9_800L, "classified", 10_350L));
    }

    /** What two officers decided of a part of the day; of one alert they thought differently. */
    List<Triage> decisions(List<Alert> alerts) {
        Triage.Verdict[] verdicts = Triage.Verdict.values();
        List<Triage> decisions = new ArrayList<>();
        for (int i = alerts.size() - 30; i < alerts.size() - 7; i += 2) {
            Alert alert = alerts.get(i);
            decisions.add(new Triage(
                    alert.alertId(),
                    alert.revision(),
                    verdicts[i / 2 % verdicts.length],
                    NOTES.get(i / 2 % NOTES.size()),
                    i % 4 == 0 ? "A. Martin" : "J. Lind",
                    alert.detectedAt().plusSeconds(95 + i)));
        }
        Triage first = decisions.get(4);
        decisions.add(new Triage(
                first.alertId(),
                first.revision(),
                Triage.Verdict.NOT_RELEVANT,
                "An anniversary piece: the contract is of last year.",
                "C. Roux",
                first.at().plusSeconds(900)));
        return decisions;
    }
}
