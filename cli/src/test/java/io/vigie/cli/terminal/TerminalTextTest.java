package io.vigie.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalTextTest {

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("colour", "a\u001b[31mb", "a\ufffd[31mb"),
                Arguments.of("window title", "\u001b]0;t\u0007", "\ufffd]0;t\ufffd"),
                Arguments.of("C1 control sequence introducer", "\u009b2J", "\ufffd2J"),
                Arguments.of("carriage return over the line", "good\rbad", "good bad"),
                Arguments.of("line breaks and tabs", " two\n\n\tlines ", "two lines"),
                Arguments.of("next line, line separator", "a\u0085b\u2028c", "a b c"),
                Arguments.of("delete and null", "a\u007f\u0000b", "a\ufffd\ufffdb"),
                Arguments.of("right-to-left override", "gnp.\u202eexe\u202c", "gnp.exe"),
                Arguments.of("isolates and marks", "\u2067a\u2069\u200f\u061cb", "ab"),
                Arguments.of("zero-width space, BOM, soft hyphen", "a\u200b\ufeff\u00adb", "ab"),
                Arguments.of("tag characters", "a\udb40\udc41b", "ab"),
                Arguments.of("lone surrogate", "a\ud800b", "a\ufffdb"),
                Arguments.of("private use", "a\ue000b", "a\ufffdb"),
                Arguments.of("exotic spaces", "a\u00a0\u3000b", "a b"),
                Arguments.of("marks piled up", "a\u0301\u0301\u0301\u0301\u0301\u0301b", "a\u0301\u0301\u0301\u0301b"),
                Arguments.of("honest text", "œuvre — 相模重工 — Ünsal e\u0301", "œuvre — 相模重工 — Ünsal e\u0301"),
                Arguments.of("joined emoji", "👩\u200d🚀", "👩\u200d🚀"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void leavesNothingThatIsNotSeen(String what, String text, String expected) {
        assertThat(TerminalText.safe(text)).as(what).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "plain, 5",
        "相模重工, 8",
        "ｱｲｳ, 3",
        "ＡＢ, 4",
        "e\u0301te\u0301, 3",
        "한국, 4",
        "\u1112\u1161\u11ab, 2",
        "🚀, 2",
        "👩\u200d🚀, 2",
        "🇺🇦, 2",
        "Україна, 7",
        "'', 0"
    })
    void countsColumnsAsATerminalDoes(String text, int columns) {
        assertThat(TerminalText.width(text)).isEqualTo(columns);
    }

    @Test
    void cutsBetweenClustersAndNeverWider() {
        assertThat(TerminalText.cut("相模重工業", 6)).isEqualTo("相模…");
        assertThat(TerminalText.cut("相模重工業", 7)).isEqualTo("相模重…");
        assertThat(TerminalText.cut("cafe\u0301 noir", 5)).isEqualTo("cafe\u0301…");
        assertThat(TerminalText.cut("fits", 4)).isEqualTo("fits");
        assertThat(TerminalText.fit("相模", 7)).isEqualTo("相模   ");
        assertThat(TerminalText.fit("相模重工", 6)).isEqualTo("相模… ");
    }

    @Test
    void wrapsAtSpacesWhereThereAreAny() {
        assertThat(TerminalText.wrap("one two three four", 9, 3)).isEqualTo(List.of("one two", "three", "four"));
        assertThat(TerminalText.wrap("one two", 7, 3)).isEqualTo(List.of("one two"));
    }

    @Test
    void wrapsTextWithoutSpacesBetweenClusters() {
        assertThat(TerminalText.wrap("相模重工業は契約した", 8, 5)).isEqualTo(List.of("相模重工", "業は契約", "した"));
    }

    @Test
    void cutsTheLastLineThatIsAllowed() {
        assertThat(TerminalText.wrap("one two three four five", 9, 2)).isEqualTo(List.of("one two", "three fo…"));
    }

    @Test
    void neverWritesALineThatIsTooWide() {
        String text = "mixed 相模重工業 wörds and 👩\u200d🚀👩\u200d🚀👩\u200d🚀 averyveryverylongwordwithoutanyend";
        for (int columns = 4; columns < 60; columns++) {
            int limit = columns;
            assertThat(TerminalText.wrap(text, columns, 40)).allMatch(line -> TerminalText.width(line) <= limit);
        }
    }
}
