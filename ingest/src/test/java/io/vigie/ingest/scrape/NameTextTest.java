package io.vigie.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTextTest {

    private final NameText text = new NameText(BylineWords.shipped());

    @ParameterizedTest
    @CsvFileSource(resources = "bylines.csv", delimiter = '|')
    void readsTheNamesOfAByline(String byline, @Nullable String names) {
        List<String> expected = names == null ? List.of() : List.of(names.split(";", -1));

        assertThat(text.names(byline)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By clicking accept you agree to everything",
                "Von der Bundeswehr wurden gestern zwei Schiffe verabschiedet",
                "The minister spoke to the press",
                "Photo: the new frigate"
            })
    void takesRunningTextForNoByline(String line) {
        assertThat(text.namesOfLine(line)).isEmpty();
    }
}
