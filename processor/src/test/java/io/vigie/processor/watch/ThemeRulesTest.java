package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.yaml.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ThemeRulesTest {

    private static final List<String> FILE = List.of(
            "lists:",
            "  weapons: {fr: [missile], en: [missile]}",
            "  tanks: {fr: [char]}",
            "themes:",
            "  - id: theme",
            "    name: {fr: Thème}",
            "    threshold: 0.5",
            "    rules:",
            "      - id: first",
            "        language: fr",
            "        weight: 1",
            "        sentence: $weapons",
            "    examples:",
            "      fr: {positive: Un missile., negative: Rien.}");

    @Test
    void readsWhatAnAnalystWrites() {
        ThemeRules rules = ThemeRules.parse("themes.yaml", String.join("\n", FILE));

        assertThat(rules.lists()).containsKeys("weapons", "tanks");
        assertThat(rules.themes()).singleElement().satisfies(theme -> {
            assertThat(theme.id()).isEqualTo("theme");
            assertThat(theme.threshold()).isEqualTo(0.5);
            assertThat(theme.headline()).isEqualTo(1);
            assertThat(theme.context()).isZero();
            assertThat(theme.rules()).extracting(Rule::id).containsExactly("first");
            assertThat(theme.examples())
                    .containsEntry("fr", new Theme.Examples(List.of("Un missile."), List.of("Rien.")));
        });
    }

    /** A line of the file is replaced by another, which is wrong. */
    @ParameterizedTest(name = "{1}: {2}")
    @CsvFileSource(resources = "mistakes.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '`')
    void tellsWhereTheMistakeIsAndHowToMendIt(int line, String replacement, String message) {
        List<String> lines = new java.util.ArrayList<>(FILE);
        lines.set(line - 1, replacement.replace("\\n", "\n"));

        assertThatThrownBy(() -> ThemeRules.parse("themes.yaml", String.join("\n", lines)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("themes.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void doesNotLookAtTheEnvironment() {
        String yaml = String.join("\n", FILE).replace("Rien.", "'${HOME}'");

        assertThatThrownBy(() -> ThemeRules.parse("themes.yaml", yaml)).hasMessageContaining("HOME");
    }
}
