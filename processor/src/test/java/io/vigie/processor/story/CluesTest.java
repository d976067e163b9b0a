package io.vigie.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from texts. */
class CluesTest {

    private static final Fingerprinter FINGERPRINTER = new Fingerprinter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,5 milliards d'euros | 2500000000",
                "2.5 billion euros | 2500000000",
                "2,5 Mrd. Euro | 2500000000",
                "2500 millones de euros | 2500000000",
                "2,5 mld euro | 2500000000",
                "2,5 млрд євро | 2500000000",
                "25億ユーロ | 2500000000",
                "25亿欧元 | 2500000000",
                "2億4000万ドル | 240000000",
                "240 million dollars | 240000000",
                "4 800 militaires | 4800",
                "4,800 soldiers | 4800",
                "4800 Soldaten | 4800",
                "71架军机 | 71",
                "20 mil soldados | 20000",
                "3 mil millones de euros | 3000000000",
            })
    void readsAnAmountAsOneNumberInEveryLanguage(String text, String value) {
        Clues clues = new Clues();

        Figures.read(text, 1, clues);

        assertThat(clues.strongest(10)).contains(Clue.of(Kind.FIGURE, value, 1, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "les 8 et 9 avril 2025 | 04-08 04-09",
                "le 8 au 9 avril | 04-08 04-09",
                "April 8-9 | 04-08 04-09",
                "on 9 April | 04-09",
                "am 9. April | 04-09",
                "el 9 de abril | 04-09",
                "9 kwietnia | 04-09",
                "9 квітня | 04-09",
                "4月9日 | 04-09",
                "9日、東京で | 04-09",
                "2025/4/9 | 04-09",
                "9日間 | ''",
                "since 24 February | ''",
                "42 avril | ''",
            })
    void readsTheDaysNamedNearPublication(String text, String days) {
        Set<Integer> expected = days.isEmpty()
                ? Set.of()
                : Set.of(days.split(" ")).stream()
                        .map(day -> Days.of(LocalDate.parse("2024-" + day)))
                        .collect(Collectors.toSet());

        assertThat(new Days().in(text, LocalDate.parse("2025-04-10"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Lind, リンド",
        "Malinowska, Маліновська",
        "Verstraete, Верстрате",
        "Hrytsenko, Hritsenko",
        "Marioupol, Маріуполь",
        "Rutte, ルッテ",
    })
    void knowsANameInAnotherScript(String one, String other) {
        Scripts scripts = new Scripts();
        String left = scripts.latin(one);
        String right = scripts.latin(other);

        assertThat(Names.key(left)).isEqualTo(Names.key(right));
        assertThat(Names.likeness(Names.spelling(left), Names.spelling(right))).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"Rutte, Lott", "Vogt, Beck", "Lind, Renaud"})
    void doesNotTakeNamesOfOneSkeletonForOne(String one, String other) {
        assertThat(Names.likeness(
                        Names.spelling(one.toLowerCase(Locale.ROOT)), Names.spelling(other.toLowerCase(Locale.ROOT))))
                .isLessThan(0.75);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The UN met in Geneva | UN",
                "fr | La Norvège achète | NO",
                "pl | z Ukrainą | UA",
                "uk | в Україні | UA",
                "de | die japanische Regierung | JP",
                "zh | 挪威国防大臣 | NO",
                "ja | 米国とフィリピン | PH",
            })
    void knowsPlacesInflectedOrNot(String language, String text, String place) {
        assertThat(keys(language, text))
                .contains(Clue.of(Kind.PLACE, place, 1, "").key());
    }

    @Test
    void doesNotTakeTheFrenchArticleForTheUnitedNations() {
        assertThat(keys("fr", "il a indiqué un accord"))
                .doesNotContain(
                        Clue.of(Kind.PLACE, "UN", 1, "").key(),
                        Clue.of(Kind.PLACE, "IN", 1, "").key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | le secrétaire est venu hier dans la ville et il a parlé",
                "en | the chief of the navy said that it was on the way",
                "de | der Minister hat das Schiff auf dem Weg und die Werft",
                "es | el ministro y los barcos que ha comprado por la armada",
                "pl | minister nie jest w stolicy i się z nim",
                "uk | міністр її країни",
                "ja | 大臣は東京で会談した",
                "zh | 部长在北京举行会谈",
            })
    void guessesTheLanguageOfAnItemThatDoesNotState(String language, String text) {
        assertThat(Tongue.of(null, text)).isEqualTo(language);
        assertThat(Tongue.of("pt-BR", text)).isEqualTo("pt");
    }

    private static Set<Long> keys(String language, String text) {
        return FINGERPRINTER.of("id", Instant.EPOCH, language, "", text).clues().stream()
                .map(Clue::key)
                .collect(Collectors.toSet());
    }
}
