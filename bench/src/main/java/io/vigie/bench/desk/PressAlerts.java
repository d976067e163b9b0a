package io.vigie.bench.desk;

import io.vigie.bench.press.Release;
import io.vigie.bench.press.ReleaseWriter;
import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.Sha256;
import io.vigie.events.ThemeMatch;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Alerts of an invented press: the same number gives the same alert. Bodies have about 2,000 characters. */
final class PressAlerts {

    static final List<String> THEMES = List.of("defence-industry", "ukraine-support", "china-concerns");
    static final List<String> COUNTRIES = List.of("FR", "GB", "DE", "PL", "JP", "IT");
    static final int OUTLETS = 60;

    private static final int REPORTS_A_STORY = 4;
    private static final int RELEASES_A_BODY = 4;
    private static final int APART = 7_919;

    private final ReleaseWriter writer = new ReleaseWriter(11, OUTLETS, Instant.EPOCH);

    /** Detected at that moment, published ten seconds before. */
    Alert alert(int number, Instant detectedAt) {
        Release release = writer.item(number);
        String id = Sha256.hex("alert " + number).substring(0, 32);
        Instant published = detectedAt.minusSeconds(10);
        return new Alert(
                id,
                id,
                1,
                Alert.Status.NEW,
                URI.create("https://outlet-" + release.source() + ".example/" + number),
                release.headline(),
                body(number),
                List.of("A. Keeper"),
                release.language(),
                outlet(release.source()),
                published,
                detectedAt,
                published,
                List.of(theme(number, release.paragraphs().get(0))),
                List.of(),
                null,
                Sha256.hex("story " + number / REPORTS_A_STORY).substring(0, 32),
                "0123456789abcdef",
                new Provenance("vigie.press-items", number % 4, number, Sha256.hex("page " + number)),
                Map.of("seen", 10_000L, "classified", 10_300L));
    }

    private String body(int number) {
        return IntStream.range(0, RELEASES_A_BODY)
                .mapToObj(part -> writer.item(number + part * APART).body())
                .collect(Collectors.joining("\n"));
    }

    static Outlet outlet(int index) {
        return new Outlet("outlet-" + index, "Outlet " + index, COUNTRIES.get(index % COUNTRIES.size()));
    }

    private static ThemeMatch theme(int number, String sentence) {
        List<Evidence.Mark> marks = List.of(new Evidence.Mark(3, 11));
        double score = 0.5 + number % 50 / 100.0;
        return new ThemeMatch(
                THEMES.get(number % THEMES.size()),
                score,
                List.of(new Evidence(
                        "rule-" + number % 9, Evidence.Field.BODY, 0, sentence.length(), sentence, marks)));
    }
}
