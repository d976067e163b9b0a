package io.vigie.desk;

import io.vigie.events.Alert;
import io.vigie.events.Delivery;
import io.vigie.events.Divergence;
import io.vigie.events.Evidence;
import io.vigie.events.FetchState;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.RevisionDiff;
import io.vigie.events.Sha256;
import io.vigie.events.SourceDefinition;
import io.vigie.events.Story;
import io.vigie.events.Surge;
import io.vigie.events.ThemeMatch;
import io.vigie.events.Triage;
import io.vigie.events.WatchEntry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A day of an invented press: outlets, stories that several of them tell in their own languages, quiet and blind
 * sources. The same seed gives the same day.
 */
final class PressDay {

    private static final String DEFENCE = "defence-industry";
    private static final String UKRAINE = "ukraine-support";
    private static final String CHINA = "china-concerns";

    private static final List<Outlet> OUTLETS = List.of(
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

    private static final Map<String, String> LANGUAGES = Map.of(
            "GB", "en", "FR", "fr", "DE", "de", "PL", "pl", "JP", "ja", "ES", "es", "INT", "en", "IT", "it", "SE",
            "sv");

    /** Headline, sentence, the words in it that count. */
    private record Telling(String headline, String sentence, String words) {}

    private record Event(String theme, @Nullable String also, Map<String, Telling> tellings) {}

    private static final List<Event> EVENTS = List.of(
            new Event(
                    DEFENCE,
                    UKRAINE,
                    tellings(
                            "en",
                            "Powder plant to open a year early",
                            "The arms agency signed a contract worth 1.3 billion for propellant charges, half of them"
                                    + " for Ukraine.",
                            "contract worth 1.3 billion",
                            "fr",
                            "La poudrerie ouvrira avec un an d’avance",
                            "L’agence de l’armement a signé un contrat de 1,3 milliard pour des charges propulsives,"
                                    + " dont la moitié pour l’Ukraine.",
                            "contrat de 1,3 milliard",
                            "de",
                            "Pulverfabrik geht ein Jahr früher in Betrieb",
                            "Die Rüstungsagentur unterzeichnete einen Vertrag über 1,3 Milliarden für Treibladungen.",
                            "Rüstungsagentur",
                            "pl",
                            "Fabryka prochu ruszy rok wcześniej",
                            "Agencja uzbrojenia podpisała umowę wartą 1,3 miliarda złotych na ładunki miotające.",
                            "Agencja uzbrojenia")),
            new Event(
                    UKRAINE,
                    null,
                    tellings(
                            "en",
                            "Port city extends housing for Ukrainian families by two years",
                            "The city council voted to keep paying rent for 2,400 people who fled Ukraine.",
                            "fled Ukraine",
                            "ja",
                            "港町、ウクライナ避難民の住宅支援を2年延長",
                            "市議会はウクライナから避難した人々の家賃補助を二年延長することを決めた。",
                            "ウクライナ",
                            "fr",
                            "La ville prolonge de deux ans le logement des familles ukrainiennes",
                            "Le conseil municipal continuera de payer le loyer de 2 400 personnes qui ont fui"
                                    + " l’Ukraine.",
                            "fui l’Ukraine")),
            new Event(
                    CHINA,
                    null,
                    tellings(
                            "en",
                            "A licence to squeeze: how rare metals became a lever",
                            "Beijing is turning its grip on rare metals into a weapon of economic coercion, one"
                                    + " company at a time.",
                            "economic coercion",
                            "de",
                            "Seltene Metalle als Hebel: Peking prüft jede Lieferung einzeln",
                            "Peking nutzt seine Kontrolle über seltene Metalle als Mittel wirtschaftlichen Zwangs.",
                            "wirtschaftlichen Zwangs",
                            "it",
                            "Metalli rari, la leva di Pechino",
                            "Pechino usa il controllo dei metalli rari come strumento di coercizione economica.",
                            "coercizione economica")),
            new Event(
                    CHINA,
                    DEFENCE,
                    tellings(
                            "de",
                            "Ingenieur soll Antriebspläne weitergegeben haben",
                            "Die Bundesanwaltschaft wirft dem Mann vor, einem chinesischen Nachrichtendienst Pläne von"
                                    + " Schiffsantrieben geliefert zu haben.",
                            "chinesischen Nachrichtendienst",
                            "en",
                            "Engineer accused of passing drive plans to Chinese intelligence",
                            "Prosecutors say the man delivered drawings of naval drives to a Chinese intelligence"
                                    + " service.",
                            "Chinese intelligence service")),
            new Event(
                    DEFENCE,
                    null,
                    tellings(
                            "fr",
                            "Douze frégates pour la marine : le chantier embauche",
                            "Le chantier livrera douze frégates à la marine et recrute 900 soudeurs.",
                            "douze frégates",
                            "es",
                            "Doce fragatas para la armada: el astillero contrata",
                            "El astillero entregará doce fragatas a la armada y busca 900 soldadores.",
                            "doce fragatas",
                            "sv",
                            "Tolv fregatter till flottan: varvet anställer",
                            "Varvet ska leverera tolv fregatter till flottan och söker 900 svetsare.",
                            "tolv fregatter")),
            new Event(
                    UKRAINE,
                    DEFENCE,
                    tellings(
                            "en",
                            "Ministers agree on a second year of air-defence deliveries",
                            "The alliance will send Ukraine three further batteries and pay for the missiles together.",
                            "send Ukraine three further batteries",
                            "it",
                            "Difesa aerea, i ministri concordano un secondo anno di consegne",
                            "L’alleanza invierà all’Ucraina altre tre batterie e pagherà insieme i missili.",
                            "invierà all’Ucraina",
                            "pl",
                            "Ministrowie zgodni co do drugiego roku dostaw obrony powietrznej",
                            "Sojusz przekaże Ukrainie trzy kolejne baterie i wspólnie zapłaci za rakiety.",
                            "przekaże Ukrainie")),
            new Event(
                    DEFENCE,
                    null,
                    tellings(
                            "de",
                            "Werft und Gewerkschaft einigen sich auf Schichtmodell für U-Boote",
                            "Für den Bau von sechs U-Booten stellt die Werft auf vier Schichten um.",
                            "sechs U-Booten",
                            "en",
                            "Yard moves to four shifts to build submarines",
                            "The yard will run four shifts to build six submarines by the end of the decade.",
                            "six submarines")),
            new Event(
                    CHINA,
                    null,
                    tellings(
                            "ja",
                            "海底ケーブル敷設船の航路に懸念",
                            "海上保安当局は、中国船が海底ケーブルの上を低速で航行したとして懸念を示した。",
                            "中国船",
                            "en",
                            "Coast guard voices concern over slow passes above sea cables",
                            "The coast guard said a Chinese survey ship had passed over the cables at walking pace.",
                            "Chinese survey ship",
                            "sv",
                            "Kustbevakningen oroad över långsamma passager ovanför sjökablar",
                            "Ett kinesiskt forskningsfartyg passerade kablarna i gångfart, uppger kustbevakningen.",
                            "kinesiskt forskningsfartyg")));

    private final Instant now;
    private final Random random;

    PressDay(Instant now, long seed) {
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.random = new Random(seed);
    }

    private static Map<String, Telling> tellings(String... words) {
        Map<String, Telling> tellings = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 4) {
            tellings.put(words[i], new Telling(words[i + 1], words[i + 2], words[i + 3]));
        }
        return tellings;
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
        Event event = EVENTS.get(number % EVENTS.size());
        List<Outlet> telling = OUTLETS.stream()
                .filter(outlet -> event.tellings().containsKey(LANGUAGES.get(outlet.country())))
                .toList();
        Outlet outlet = telling.get(number / EVENTS.size() % telling.size());
        String language = LANGUAGES.getOrDefault(outlet.country(), "en");
        Telling words = event.tellings().getOrDefault(language, new Telling("", "", ""));
        int told = number / (EVENTS.size() * telling.size());
        return alert("item-" + number, 1, Alert.Status.NEW, outlet, language, event, words, told, at, null);
    }

    /** The same report, changed later. */
    Alert amended(Alert before, Instant at) {
        RevisionDiff diff = new RevisionDiff(
                List.of(before.body().lines().findFirst().orElse("")),
                List.of("An earlier version gave the sum as 1.1 billion."),
                0,
                0,
                List.of(),
                List.of(),
                false);
        return revised(before, Alert.Status.AMENDED, at, diff);
    }

    /** And changed once more; what the first change was stays known. */
    Alert amendedAgain(Alert before, Instant at) {
        RevisionDiff diff = new RevisionDiff(
                List.of("A spokesman confirmed the date in the evening.", "The union has not been asked."),
                List.of("The agency did not answer."),
                0,
                0,
                List.of(),
                List.of(CHINA),
                false);
        return revised(before, Alert.Status.AMENDED, at, diff);
    }

    Alert retracted(Alert before, Instant at) {
        return revised(before, Alert.Status.RETRACTED, at, null);
    }

    private static Alert revised(Alert before, Alert.Status status, Instant at, @Nullable RevisionDiff diff) {
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
                status == Alert.Status.RETRACTED ? "" : before.body(),
                before.byline(),
                before.language(),
                before.outlet(),
                before.datePublished(),
                at,
                before.filedAt(),
                before.themes(),
                history,
                diff,
                before.storyId(),
                before.ruleset(),
                before.provenance(),
                before.latencyMs());
    }

    /** A headline of one's own. */
    Alert titled(String id, String headline, Instant at) {
        Event event = EVENTS.get(0);
        Telling words = new Telling(headline, "The arms agency signed a contract.", "contract");
        return alert(id, 1, Alert.Status.NEW, OUTLETS.get(0), "en", event, words, 0, at, "story-of-" + id);
    }

    private Alert alert(
            String id,
            int revision,
            Alert.Status status,
            Outlet outlet,
            String language,
            Event event,
            Telling words,
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
                story == null ? "story-" + EVENTS.indexOf(event) + "-" + told : story,
                Sha256.hex("rules").substring(0, 16),
                new Provenance("vigie.press-items", Math.floorMod(id.hashCode(), 4), 4_711, Sha256.hex(id)),
                Map.of("seen", 9_800L, "classified", 10_350L));
    }

    /** What the stream would say of these reports. */
    List<Story> stories(List<Alert> alerts) {
        Map<String, List<Alert>> byStory = new LinkedHashMap<>();
        alerts.forEach(alert -> byStory.computeIfAbsent(alert.storyId(), id -> new ArrayList<>())
                .add(alert));
        return byStory.entrySet().stream()
                .map(entry -> story(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Story story(String id, List<Alert> of) {
        return new Story(
                id,
                Story.Status.OPEN,
                null,
                of.get(0).filedAt(),
                of.get(of.size() - 1).filedAt(),
                of.stream()
                        .map(alert -> alert.outlet().id())
                        .distinct()
                        .sorted()
                        .toList(),
                of.stream().map(Alert::language).distinct().sorted().toList(),
                List.of(),
                of.stream()
                        .flatMap(alert -> alert.themes().stream().map(ThemeMatch::theme))
                        .distinct()
                        .sorted()
                        .toList(),
                of.size(),
                of.stream().map(PressDay::report).toList());
    }

    private static Story.Report report(Alert alert) {
        return new Story.Report(
                alert.itemId(),
                alert.revision(),
                alert.status() == Alert.Status.RETRACTED,
                alert.outlet(),
                alert.language(),
                alert.headline(),
                alert.url(),
                alert.datePublished(),
                alert.filedAt(),
                alert.themes().stream().map(ThemeMatch::theme).toList());
    }

    Divergence divergence(Alert with, Alert without) {
        return new Divergence(
                UKRAINE + "/" + with.itemId() + "/" + without.itemId(),
                with.storyId(),
                UKRAINE,
                side(with, with.body().lines().findFirst().orElse("")),
                side(without, null),
                with.detectedAt());
    }

    private static Divergence.Side side(Alert alert, @Nullable String sentence) {
        return new Divergence.Side(
                alert.itemId(),
                alert.revision(),
                alert.outlet(),
                alert.language(),
                alert.headline(),
                alert.url(),
                sentence);
    }

    Surge surge() {
        Instant start = now.minus(Duration.ofHours(20)).truncatedTo(ChronoUnit.HOURS);
        return new Surge(
                UKRAINE + "/" + start,
                Surge.Phase.ENDED,
                UKRAINE,
                null,
                null,
                start,
                start.plus(Duration.ofHours(7)),
                14,
                3.2,
                8);
    }

    List<SourceDefinition> sources() {
        return OUTLETS.stream()
                .map(outlet -> new SourceDefinition(
                        outlet.id(),
                        outlet.name(),
                        URI.create("https://" + outlet.id() + ".example/feed"),
                        SourceDefinition.Kind.AUTO,
                        List.of(),
                        List.of(),
                        LANGUAGES.get(outlet.country()),
                        outlet.country(),
                        Duration.ofMinutes(10),
                        true,
                        false,
                        null))
                .toList();
    }

    /** Looks of a day: the second source fails for two hours and again now, the third is refused by robots.txt. */
    List<WatchEntry> ledger(SourceDefinition source) {
        List<WatchEntry> ledger = new ArrayList<>();
        int which = sources().indexOf(source);
        for (int minutes = 23 * 60; minutes >= 2; minutes -= 10) {
            boolean fails =
                    (which == 1 && (minutes < 45 || (minutes > 400 && minutes < 540))) || (which == 6 && minutes > 900);
            Instant at = now.minus(Duration.ofMinutes(minutes));
            Instant silent = which == 9 && minutes < 20 ? now.minus(Duration.ofDays(6)) : null;
            ledger.add(entry(
                    source,
                    WatchEntry.Purpose.DISCOVERY,
                    fails ? "failed" : "fetched",
                    fails ? "connect-timeout" : null,
                    at,
                    silent));
            if (!fails && which != 9 && random.nextInt(9) == 0) {
                ledger.add(entry(source, WatchEntry.Purpose.PAGE, "fetched", null, at.plusSeconds(2), null));
            }
            if (which == 2 && minutes % 120 == 0) {
                ledger.add(entry(source, WatchEntry.Purpose.PAGE, "disallowed", "robots", at.plusSeconds(3), null));
            }
        }
        return ledger;
    }

    private static WatchEntry entry(
            SourceDefinition source,
            WatchEntry.Purpose purpose,
            String outcome,
            @Nullable String reason,
            Instant at,
            @Nullable Instant silentSince) {
        return new WatchEntry(
                source.id(),
                source.url(),
                purpose,
                outcome,
                reason,
                reason == null ? 200 : null,
                2_000,
                null,
                at,
                120,
                silentSince);
    }

    FetchState state(SourceDefinition source) {
        return new FetchState(
                source.id(),
                null,
                null,
                Map.of(),
                0,
                Duration.ofMinutes(4),
                now.minus(Duration.ofHours(2)),
                now.plus(Duration.ofMinutes(3)));
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

    Delivery delivery(Alert alert) {
        return new Delivery(
                "message-" + alert.alertId(),
                "duty-room",
                Delivery.Kind.ALERT,
                List.of(alert.alertId() + "/" + alert.revision()),
                List.of(alert.storyId()),
                Delivery.State.DELIVERED,
                1,
                200,
                null,
                alert.detectedAt().plusMillis(900),
                140,
                null);
    }
}
