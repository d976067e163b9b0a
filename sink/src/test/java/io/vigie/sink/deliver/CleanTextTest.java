package io.vigie.sink.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Evidence;
import io.vigie.events.Evidence.Field;
import io.vigie.events.Evidence.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain,plain",
                "'  two \t\n lines  ',two lines",
                "invoice\u202Efdp.exe,invoicefdp.exe",
                "a\u200Bb\uFEFFc\u00ADd,abcd",
                "x\u0000y\u001Bz,x y z",
                "می\u200Cخواهم,می\u200Cخواهم",
                "\uD83D,\uFFFD",
                "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301,e\u0301\u0301\u0301\u0301",
            })
    void makesALineOfIt(String text, String line) {
        assertThat(CleanText.line(text, 100)).isEqualTo(line);
    }

    @Test
    void cutsWithAnEllipsisAndNeverInsideAPair() {
        assertThat(CleanText.line("abcdef", 6)).isEqualTo("abcdef");
        assertThat(CleanText.line("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(CleanText.line("abcd\uD83D\uDE00fg", 6)).isEqualTo("abcd…");
        assertThat(CleanText.line("\u202E".repeat(10_000_000) + "x", 10)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void marksTheWordsOfAQuote() {
        Quote quote = CleanText.quote(evidence("Douze \u202Efrégates  neuves", new Mark(7, 15)), 100);

        assertThat(quote.marked(text -> text, "[", "]")).isEqualTo("Douze [frégates] neuves");
    }

    @Test
    void showsTheMarkedWordsOfALongSentence() {
        String text = "mot ".repeat(200) + "frégates et la suite " + "mot ".repeat(200);
        int at = text.indexOf("frégates");

        Quote quote = CleanText.quote(evidence(text, new Mark(at, at + 8)), 120);

        assertThat(quote.plain()).startsWith("…mot").endsWith("…").hasSizeLessThanOrEqualTo(120);
        assertThat(quote.marked(run -> run, "[", "]")).contains("[frégates]");
    }

    @Test
    void survivesMarksThatAreNotInTheQuote() {
        Quote quote = CleanText.quote(
                evidence("court", new Mark(-4, 2), new Mark(3, 99), new Mark(2, 4), new Mark(1, 3), new Mark(4, 4)),
                50);

        assertThat(quote.plain()).isEqualTo("court");
    }

    private static Evidence evidence(String quote, Mark... marks) {
        return new Evidence("r", Field.BODY, 0, quote.length(), quote, List.of(marks));
    }
}
