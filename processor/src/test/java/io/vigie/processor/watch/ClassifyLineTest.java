package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.RuleSet;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyLineTest {

    private static final Classifier CLASSIFIER =
            Classifier.of(RuleSet.of("themes: [{id: arms, rules: [{id: missile, weight: 1.3, sentence: missile}]}]"));
    private static final ClassifyLine LINES = new ClassifyLine(CLASSIFIER);

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void answersInTheOrderOfTheContract() {
        assertThat(
                        LINES.answer(
                                "{\"id\":\"7\",\"title\":\"Titre\",\"text\":\"Rien. Un missile.\",\"language\":\"fr\",\"url\":\"https://a.example/\"}"))
                .isEqualTo(
                        "{\"id\":\"7\",\"language\":\"fr\",\"themes\":[{\"theme\":\"arms\",\"score\":0.5939,\"evidence\":"
                                + "[{\"rule\":\"missile\",\"field\":\"body\",\"quote\":\"Un missile.\",\"start\":6,\"end\":17}]}]}");
    }

    @Test
    void answersAnItemWithoutThemes() {
        assertThat(LINES.answer("{\"id\":\"8\",\"text\":\"Rien.\",\"language\":\"fr\"}"))
                .isEqualTo("{\"id\":\"8\",\"language\":\"fr\",\"themes\":[]}");
    }

    @Test
    void quotesHalfASurrogatePairVerbatim() throws Exception {
        String answer = LINES.answer("{\"id\":\"9\",\"text\":\"Un missile \\ud83d ici.\",\"language\":\"fr\"}");

        JsonNode evidence = new ObjectMapper()
                .readTree(answer.getBytes(StandardCharsets.UTF_8))
                .at("/themes/0/evidence/0");
        assertThat(evidence.get("quote").textValue()).isEqualTo("Un missile \ud83d ici.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"id\":", "plain text", "{\"id\":{}}"})
    void tellsOfALineThatIsNotAnItem(String line) {
        assertThat(LINES.answer(line))
                .startsWith("{\"error\":\"")
                .endsWith("\"}")
                .doesNotContain("\n");
    }
}
