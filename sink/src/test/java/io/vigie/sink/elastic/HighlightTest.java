package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightTest {

    @ParameterizedTest
    @CsvSource({
        "douze <frégates> pour la <marine>, douze frégates pour la marine, 6-14 23-29",
        "no mark, no mark, ''",
        "<open only, open only, ''",
        "close> only, close only, ''",
        "<<twice>, twice, 0-5"
    })
    void separatesTextAndMarks(String marked, String text, String marks) {
        Highlight highlight =
                Highlight.parse("body", marked.replace('<', Highlight.OPEN).replace('>', Highlight.CLOSE));

        assertThat(highlight.text()).isEqualTo(text);
        assertThat(highlight.marks().stream()
                        .map(mark -> mark.start() + "-" + mark.end())
                        .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b))
                .isEqualTo(marks);
    }
}
