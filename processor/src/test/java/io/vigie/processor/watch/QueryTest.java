package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Classification;
import io.vigie.events.RuleSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a query finds in a text, in many languages: {@code query.csv} has a line per case. */
class QueryTest {

    @ParameterizedTest(name = "{0}: {1} in \"{2}\"")
    @CsvFileSource(resources = "query.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '`')
    void findsWhatTheAnalystMeant(String language, String query, String text, boolean expected) {
        String yaml = String.join(
                "\n",
                "lists:",
                "  ukraine: {fr: [Ukraine, ukrainien, Kiev], en: [Ukraine, Kyiv], any: [=ZSU]}",
                "  weapons: {fr: [missile, arme, $tanks, -arme à gauche], en: [missile, tank]}",
                "  tanks: {fr: [char de combat, char, -char à voile]}",
                "  curbs: {fr: [limiter exportations ~4, limiter, -limiter appétit ~2]}",
                "  curbs-only: {fr: [limiter exportations ~2, limiter ventes]}",
                "themes:",
                "  - id: theme",
                "    rules:",
                "      - {id: rule, weight: 1, sentence: '" + query.replace("'", "''") + "'}");
        try (Classifier classifier = Classifier.of(RuleSet.of(yaml))) {
            Classification found = classifier.classify("", text, language);
            assertThat(found.errors()).isEmpty();
            assertThat(found.themes()).hasSize(expected ? 1 : 0);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "sentences.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '`')
    void splitsSentencesAsANewspaperReaderWould(String language, String sentences) {
        List<String> expected = List.of(sentences.split("\\s*¶\\s*"));
        String text = String.join(language.equals("zh") || language.equals("ja") ? "" : " ", expected);
        assertThat(SentenceSplitter.split(io.vigie.events.Evidence.Field.BODY, text, language))
                .extracting(sentence -> text.substring(sentence.start(), sentence.end()))
                .isEqualTo(expected);
    }
}
