package io.vigie.processor.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Divergence;
import io.vigie.events.Outlet;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DivergenceStepTest {

    private static final Instant AT = Instant.parse("2025-04-09T10:00:00Z");
    private static final Edition FRENCH = edition(
            "fr",
            1,
            Set.of("en"),
            Map.of("china-concerns", "La Chine a envoyé 12 navires vers Taïwan."),
            "Les ministres se sont vus à Turku.",
            "La Chine a envoyé 12 navires vers Taïwan.",
            "Ils dîneront ensemble.");
    private static final Edition ENGLISH = edition(
            "en",
            1,
            Set.of("fr"),
            Map.of(),
            "The ministers met in Turku.",
            "They noted 12 sorties.",
            "They will dine.");

    @Test
    void tellsOfAThemeThatOneEditionLacksWithBothSentences() {
        DivergenceStep.Outcome first = DivergenceStep.take(EditionGroup.EMPTY, FRENCH);
        DivergenceStep.Outcome second = DivergenceStep.take(first.group(), ENGLISH);

        assertThat(first.divergences()).isEmpty();
        assertThat(second.divergences()).hasSize(1);
        Divergence divergence = second.divergences().get(0);
        assertThat(divergence.divergenceId()).isEqualTo("china-concerns/fr/en");
        assertThat(divergence.with().sentence()).isEqualTo("La Chine a envoyé 12 navires vers Taïwan.");
        assertThat(divergence.without().sentence()).isEqualTo("They noted 12 sorties.");
    }

    @Test
    void tellsItOnceHoweverOftenAnEditionIsRevised() {
        EditionGroup group = DivergenceStep.take(EditionGroup.EMPTY, FRENCH).group();
        group = DivergenceStep.take(group, ENGLISH).group();
        DivergenceStep.Outcome again = DivergenceStep.take(
                group, edition("en", 2, Set.of("fr"), Map.of(), "The ministers met.", "They dined."));
        assertThat(again.divergences()).isEmpty();
    }

    @Test
    void tellsWhenARevisionTakesTheThemeAway() {
        Map<String, String> theme = Map.of("china-concerns", "China sent 12 ships.");
        EditionGroup group = DivergenceStep.take(EditionGroup.EMPTY, FRENCH).group();
        DivergenceStep.Outcome agreeing =
                DivergenceStep.take(group, edition("en", 1, Set.of("fr"), theme, "China sent 12 ships."));
        DivergenceStep.Outcome edited =
                DivergenceStep.take(agreeing.group(), edition("en", 2, Set.of("fr"), Map.of(), "Ships were seen."));

        assertThat(agreeing.divergences()).isEmpty();
        assertThat(edited.divergences()).hasSize(1);
    }

    @Test
    void pagesThatMerelyLinkToOneHomePageAreNoEditions() {
        Edition other = edition("en", 1, Set.of("home"), Map.of(), "Something else altogether.");
        EditionGroup group = DivergenceStep.take(EditionGroup.EMPTY, FRENCH).group();
        Edition loner = new Edition(
                "fr", 1, "s", FRENCH.outlet(), "fr", "", FRENCH.url(), AT, Set.of("home"), FRENCH.themes(), List.of());
        assertThat(DivergenceStep.take(
                                DivergenceStep.take(EditionGroup.EMPTY, loner).group(), other)
                        .divergences())
                .isEmpty();
        assertThat(DivergenceStep.without(group, "fr").editions()).isEmpty();
    }

    private static Edition edition(
            String language, int revision, Set<String> others, Map<String, String> themes, String... sentences) {
        return new Edition(
                language,
                revision,
                "story",
                new Outlet("ministry-" + language, "Ministry", "JP"),
                language,
                "Headline",
                URI.create("https://ministry.example/" + language),
                AT,
                others,
                themes,
                List.of(sentences));
    }
}
