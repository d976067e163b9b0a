package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.Classification;
import io.vigie.events.Evidence;
import io.vigie.events.Evidence.Field;
import io.vigie.events.RuleError;
import io.vigie.events.RuleSet;
import io.vigie.events.ThemeMatch;
import io.vigie.processor.watch.Explanation.FiredRule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {

    private static final RuleSet RULES = RuleSet.of("""
            lists:
              sport: {fr: [rugby], en: [rugby]}
            themes:
              - id: arms
                headline: 2
                context: 0.5
                rules:
                  - {id: missile, weight: 1, sentence: missile}
                  - {id: contract, weight: 0.5, sentence: missile & (contrat | contract)}
                  - {id: museum, weight: -0.75, sentence: musée}
                  - {id: rugby, weight: -5, item: $sport}
              - id: ships
                threshold: 0.8
                rules:
                  - {id: frigate, weight: 1, sentence: frégate | frigate}
            """);

    private static final Classifier CLASSIFIER = Classifier.of(RULES);

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void firstEvidenceIsTheSentenceThatSaysMostNotAShortAside() {
        RuleSet rules = RuleSet.of("""
                themes:
                  - id: arms
                    rules:
                      - {id: makers, weight: 1.2, sentence: arms makers}
                      - {id: bought, weight: 1, sentence: [buy, tank]}
                """);
        String contract = "The ministry will buy two hundred tanks from the works in the north.";
        try (Classifier classifier = Classifier.of(rules)) {
            assertThat(classifier
                            .classify("", "Arms makers feel it first. " + contract, "en")
                            .themes()
                            .get(0)
                            .evidence())
                    .extracting(Evidence::quote)
                    .containsExactly(contract, "Arms makers feel it first.");
            assertThat(classifier
                            .classify("Arms makers cheer", contract, "en")
                            .themes()
                            .get(0)
                            .evidence())
                    .extracting(Evidence::field)
                    .containsExactly(Field.HEADLINE, Field.BODY);
        }
    }

    @Test
    void equallyStrongEvidenceStandsInReadingOrder() {
        RuleSet rules =
                RuleSet.of("themes:\n  - id: ships\n    rules:\n      - {id: ship, weight: 1, sentence: frigate}\n");
        String first = "The first frigate of the series left its dry dock on a Tuesday morning.";
        String second = "A second frigate will follow it out of the same yard within two years from now.";
        try (Classifier classifier = Classifier.of(rules)) {
            assertThat(classifier
                            .classify("", first + " " + second, "en")
                            .themes()
                            .get(0)
                            .evidence())
                    .extracting(Evidence::quote)
                    .containsExactly(first, second);
        }
    }

    @Test
    void givesTheThemeWithTheSentenceThatProvesIt() {
        String body = "Il pleut.\nLe contrat porte sur vingt missiles. On en reparle demain.";

        Classification found = CLASSIFIER.classify("Réunion", body, "fr-BE");

        assertThat(found.ruleset()).isEqualTo(RULES.hash());
        assertThat(found.language()).isEqualTo("fr");
        assertThat(found.errors()).isEmpty();
        assertThat(found.themes()).singleElement().satisfies(theme -> {
            assertThat(theme.theme()).isEqualTo("arms");
            assertThat(theme.score()).isCloseTo(1 - Math.pow(2, -1.5), within(1e-9));
            assertThat(theme.evidence())
                    .containsExactly(new Evidence(
                            "missile",
                            Field.BODY,
                            10,
                            46,
                            "Le contrat porte sur vingt missiles.",
                            List.of(new Evidence.Mark(27, 35))));
        });
    }

    @Test
    void showsTheBestSentenceFirstAndNoneThatSaysLittle() {
        String body = "Un missile. Un contrat, deux missiles. Un missile au musée.";

        ThemeMatch arms = CLASSIFIER.classify("", body, "fr").themes().get(0);

        assertThat(arms.evidence())
                .extracting(Evidence::quote)
                .containsExactly("Un contrat, deux missiles.", "Un missile.");
        assertThat(arms.score()).isCloseTo(1 - Math.pow(2, -(1.5 + 0.5 * 1)), within(1e-9));
    }

    @Test
    void aLongTextThatOnlyHintsIsNotMadeIntoAThemeByItsLength() {
        String hint = "Un missile au musée. ";

        double two =
                CLASSIFIER.explain("", hint.repeat(2), "fr").themes().get(0).points();

        assertThat(two).isCloseTo(0.25 + 0.5 * 0.25, within(1e-9));
        assertThat(CLASSIFIER.explain("", hint.repeat(40), "fr").themes().get(0).points())
                .isEqualTo(two);
    }

    @ParameterizedTest(name = "{0} / {1}: {2}")
    @CsvSource({
        "'', Un missile., 0.5",
        "Un missile, Rien., 0.75",
        "Un missile au musée, Rien., 0",
        "Un missile, Du rugby., 0",
        "'', Une frégate., 0",
        "'', Rien., 0"
    })
    void addsUpPoints(String headline, String body, double score) {
        assertThat(CLASSIFIER.classify(headline, body, "fr").themes().stream()
                        .mapToDouble(ThemeMatch::score)
                        .max()
                        .orElse(0))
                .isCloseTo(score, within(1e-9));
    }

    @Test
    void explainsWhyAThemeWasNotGiven() {
        Explanation why = CLASSIFIER.explain("", "Un missile. Le rugby.", "fr");

        assertThat(why.themes()).singleElement().satisfies(theme -> {
            assertThat(theme.matched()).isFalse();
            assertThat(theme.item()).containsExactly(new FiredRule("rugby", -5));
            assertThat(theme.sentences().get(0).rules()).containsExactly(new FiredRule("missile", 1));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Le ministre de la Défense a présenté hier à Paris le nouveau missile de la marine nationale., fr",
        "The minister of defence presented the new missile of the navy in London yesterday., en",
        "Міністр оборони представив нову ракету військово-морських сил у Києві., uk",
        "国防部长昨天在北京介绍了海军的新型导弹。, zh",
        "防衛大臣は昨日、海軍の新しいミサイルを発表しました。, ja",
        "Savunma bakanı dün Ankara'da donanmanın yeni füzesini tanıttı., tr",
        "12345, und",
        "'', und"
    })
    void detectsTheLanguageWhenNoneIsStated(String text, String language) {
        assertThat(CLASSIFIER.classify("", text, null).language()).isEqualTo(language);
        assertThat(CLASSIFIER.classify("", text, " ").language()).isEqualTo(language);
        assertThat(CLASSIFIER.classify(text, "", "und").language()).isEqualTo(language);
    }

    static Stream<String> badTexts() {
        String lorem = "Le missile est là. ";
        return Stream.of(
                "",
                " \n\t\u00A0\u200B",
                "missile".repeat(150_000),
                "a".repeat(1_000_000),
                "军".repeat(300_000),
                ".".repeat(300_000),
                "M. ".repeat(100_000),
                "“".repeat(200_000) + ".",
                "« . » ".repeat(50_000),
                "\n".repeat(300_000),
                lorem.repeat(5_000_000 / lorem.length()),
                "missile \uD83D et \uDE80\uDE80 missile \uD800",
                "\uD800".repeat(10_000),
                "e\u0301".repeat(100_000),
                "\uFDFA".repeat(50_000),
                "missile\u0000missile \uFFFF\uFFFE",
                "missile مِصر 導彈 ミサイル ракета míssil מיסייל क्षेपणास्त्र ขีปนาวุธ",
                "🚀".repeat(100_000));
    }

    @ParameterizedTest(name = "case {index}")
    @MethodSource("badTexts")
    void survivesAnyText(String text) {
        for (String language : List.of("fr", "en", "ja", "zh", "ko", "uk", "pl", "de", "ar", "xx-invalid-tag", "")) {
            Classification found = CLASSIFIER.classify(text, text, language);

            assertThat(found.themes())
                    .allSatisfy(theme -> assertThat(theme.evidence())
                            .isNotEmpty()
                            .allSatisfy(e -> assertThat(text.substring(e.start(), e.end()))
                                    .isEqualTo(e.quote())));
        }
    }

    @Test
    void saysThatALongTextWasNotReadToItsEnd() {
        String text = "Rien. ".repeat(100_000) + "Un missile.";

        Classification found = CLASSIFIER.classify("Un missile", text, "fr");

        assertThat(found.themes()).extracting(ThemeMatch::theme).containsExactly("arms");
        assertThat(found.errors())
                .containsExactly(new RuleError("*", "body has 600011 characters; only the first 262144 were read"));
    }

    @Test
    void givesAPartialResultWhenTheTimeIsSpent() {
        try (Classifier hurried = Classifier.of(RULES, new Limits(1_000_000, Duration.ofNanos(1), 5))) {
            Classification found = hurried.classify("", "Un missile. ".repeat(10_000), "fr");

            assertThat(found.errors()).singleElement().satisfies(error -> {
                assertThat(error.rule()).isEqualTo("*");
                assertThat(error.message()).contains("time budget of PT0.000000001S is spent");
            });
        }
    }

    @Test
    void answersTheSameToManyThreads() throws Exception {
        Callable<Classification> work =
                () -> CLASSIFIER.classify("Un missile", "Un contrat, deux missiles. Une frégate.", "fr");
        Classification expected = work.call();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Classification>> answers = threads.invokeAll(
                    IntStream.range(0, 200).mapToObj(i -> work).toList());

            assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(expected));
        } finally {
            threads.shutdown();
        }
    }
}
