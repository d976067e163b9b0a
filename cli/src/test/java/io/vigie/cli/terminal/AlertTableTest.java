package io.vigie.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.ThemeMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTableTest {

    private static final Instant AT = Instant.parse("2026-04-09T12:05:09Z");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static final List<AlertRow> ROWS = List.of(
            row(
                    0,
                    Alert.Status.NEW,
                    "Northern Seas Alliance",
                    "en",
                    "Secretary General in Yokohama: two oceans, one security",
                    Duration.ofMillis(1834),
                    theme(
                            "china-concerns",
                            "Speaking at the naval dockyard, she said that Beijing was building warships faster than any"
                                    + " other country and was using its coast guard to intimidate fishermen."),
                    theme("ukraine-support", "Tokyo will also extend its sanctions."),
                    theme("defence-industry", "Firms will produce missile components together.")),
            row(
                    2,
                    Alert.Status.NEW,
                    "みなと新報",
                    "ja",
                    "相模重工、欧州向け護衛艦3隻の輸出契約に署名",
                    Duration.ofMillis(940),
                    theme("defence-industry", "船体は横浜の造船所で建造し、レーダーと対潜装備は現地企業と共同で生産する。".repeat(4))),
            row(
                    60,
                    Alert.Status.AMENDED,
                    "Harbour Institute",
                    "en",
                    "A licence to squeeze: how Beijing uses rare metals, and what might be done about it by those who buy"
                            + " them and those who do not",
                    null,
                    theme("china-concerns", "Beijing turns its grip on rare metals into a weapon."),
                    theme("defence-industry", "Arms makers feel it first.")),
            row(61, Alert.Status.AMENDED, "Harbour Institute", "en", "A licence to sing", null),
            row(
                    62,
                    Alert.Status.RETRACTED,
                    "Elbfunk",
                    "de",
                    "Chinesischer Geheimdienst warb Forscher in Dresden an",
                    null,
                    theme("china-concerns", "Der Geheimdienst hat versucht, drei Wissenschaftler anzuwerben.")),
            row(
                    63,
                    Alert.Status.NEW,
                    "Evil \u001b[31mred",
                    "fr\u0007",
                    "\u202egnp.exe\u202c \u001b]0;title\u0007 two\r\nlines",
                    Duration.ofSeconds(12),
                    theme("a-theme\u001b[0m-of-another-desk", "Cafe\u0301 \u200b\u001b[2Jnoir.")),
            row(64, Alert.Status.NEW, "Elbfunk", "de", "  ", null, theme("ukraine-support", "Ja.")));

    @ParameterizedTest
    @CsvSource({"120, false, table-120.txt", "80, false, table-80.txt", "100, true, table-100-colours.txt"})
    void rendersAsDrawn(int columns, boolean colours, String golden) throws IOException {
        assertThat(table(columns, colours).replace("\u001b", "ESC")).isEqualTo(text(golden));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 99, 100, 120, 200})
    void neverExceedsTheWidth(int columns) {
        assertThat(table(columns, false).lines()).allMatch(line -> TerminalText.width(line) <= columns);
    }

    @Test
    void bringsNoControlOfItsOwnOrOfStrangersWithoutColours() {
        assertThat(table(120, false)).doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]|[\\x{202A}-\\x{202E}]");
    }

    @Test
    void bringsOnlySequencesOfItsOwnWithColours() {
        assertThat(table(120, true).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(table(120, false));
    }

    private static String table(int columns, boolean colours) {
        AlertTable table = new AlertTable(new TerminalView(columns, colours), BRUSSELS);
        return table.header() + "\n"
                + ROWS.stream().map(row -> table.render(row) + "\n").collect(Collectors.joining());
    }

    private static AlertRow row(
            int seconds,
            Alert.Status status,
            String outlet,
            String language,
            String headline,
            @Nullable Duration toSearchable,
            ThemeMatch... themes) {
        return new AlertRow(
                AT.plusSeconds(seconds),
                status,
                status == Alert.Status.NEW ? 1 : 2,
                outlet,
                language,
                headline,
                List.of(themes),
                toSearchable);
    }

    private static ThemeMatch theme(String id, String quote) {
        return new ThemeMatch(id, 1, List.of(new Evidence("rule", Evidence.Field.BODY, 0, quote.length(), quote)));
    }

    private static String text(String golden) throws IOException {
        try (InputStream in = Objects.requireNonNull(AlertTableTest.class.getResourceAsStream(golden), golden)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
