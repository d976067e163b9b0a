package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vigie.events.Evidence;
import io.vigie.events.RuleSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a quote that its rule asks for. */
class MarkedWordsTest {

    @ParameterizedTest(name = "{1} in {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "en; missile;                   Oslo orders missiles and one more missile.; missiles/missile",
                "en; missile & contract;        A contract for missiles.;                   contract/missiles",
                "en; missile & -museum;         A missile, far from any gallery.;           missile",
                "en; missile | frigate;         A frigate and a missile.;                   frigate/missile",
                "en; $weapons;                  Cruise missiles for a frigate.;             Cruise missiles/frigate",
                "en; order(3, buy, missile);    Oslo buys twelve missiles.;                 buys/missiles",
                "en; 'missile & item(harbour)'; A missile in the harbour.;                  missile/harbour",
                "fr; vente d'armes;             Une vente d’armes à Oslo, dit-on.;          vente d’armes",
                "ja; ミサイル;                    政府はミサイルを購入した。;                       ミサイル",
                "zh; 导弹;                       政府購買了導彈。;                                導彈",
            })
    void areMarkedAsTheyStand(String language, String query, String sentence, String words) {
        List<Evidence> evidence = evidence(language, query, "", sentence);
        assertThat(evidence)
                .singleElement()
                .satisfies(one -> assertThat(words(one)).isEqualTo(words));
    }

    @Test
    void areCountedFromTheBeginningOfTheQuote() {
        assertThat(evidence("fr", "missile", "Un missile à Oslo", "Il pleut. Voici vingt missiles."))
                .extracting(Evidence::quote, Evidence::marks)
                .containsExactlyInAnyOrder(
                        tuple("Un missile à Oslo", List.of(new Evidence.Mark(3, 10))),
                        tuple("Voici vingt missiles.", List.of(new Evidence.Mark(12, 20))));
    }

    @Test
    void areNoneWhereTheRuleHoldsForWhatStandsBesideTheSentence() {
        assertThat(evidence("fr", "around(1, missile)", "", "Un missile. Rien de neuf."))
                .filteredOn(evidence -> evidence.quote().startsWith("Rien"))
                .extracting(Evidence::marks)
                .containsExactly(List.of());
    }

    private static List<Evidence> evidence(String language, String query, String headline, String body) {
        RuleSet rules = RuleSet.of("""
                lists:
                  weapons: {en: [cruise missile, missile, frigate]}
                themes:
                  - id: arms
                    rules:
                      - {id: one, weight: 1, sentence: "%s"}
                """.formatted(query));
        try (Classifier classifier = Classifier.of(rules)) {
            return classifier.classify(headline, body, language).themes().get(0).evidence();
        }
    }

    private static String words(Evidence evidence) {
        return evidence.marks().stream()
                .map(mark -> evidence.quote().substring(mark.start(), mark.end()))
                .collect(Collectors.joining("/"));
    }
}
