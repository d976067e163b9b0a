package io.vigie.processor.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Outlet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TranslationTest {

    private static final Instant AT = Instant.parse("2027-03-02T09:00:00Z");
    private static final Edition FRENCH = edition(
            "fr",
            AT,
            "Le ministre a reçu 14 délégations le 2 mars.",
            "L'accord porte sur 1 200 véhicules.",
            "Le premier arrivera en 2029.",
            "Une réunion suivra à Tallinn.");
    private static final Edition ENGLISH = edition(
            "en",
            AT.plus(Duration.ofHours(30)),
            "The minister received 14 delegations on 2 March.",
            "The agreement covers 1,200 vehicles.",
            "The first will arrive in 2029.");

    @Test
    void aTranslationKeepsTheFigures() {
        assertThat(Translation.isLikely(FRENCH, ENGLISH)).isTrue();
        assertThat(Translation.isLikely(ENGLISH, FRENCH)).isTrue();
    }

    @Test
    void digitsOfAllScriptsAreTheSame() {
        Edition arabic =
                edition("ar", AT, "استقبل الوزير ١٤ وفدا يوم ٢.", "يشمل الاتفاق ١ ٢٠٠ مركبة.", "تصل الأولى عام ٢٠٢٩.");
        assertThat(Translation.isLikely(FRENCH, arabic)).isTrue();
    }

    @Test
    void anotherReleaseOnTheSameVisitSharesItsDateAndLittleElse() {
        Edition other = edition(
                "en",
                AT,
                "On 2 March 2027 the minister opened a school.",
                "It has 300 pupils and 24 rooms.",
                "Work took 18 months.",
                "A second one follows in 2029.");
        assertThat(Translation.isLikely(FRENCH, other)).isFalse();
    }

    @Test
    void textsWithoutFiguresProveNothing() {
        Edition silent =
                edition("de", AT, "Der Minister empfing Gäste.", "Man sprach.", "Dann aß man.", "Es war spät.");
        assertThat(Translation.isLikely(silent, silent)).isFalse();
    }

    @Test
    void aSummaryIsNoEdition() {
        Edition summary =
                edition("en", AT, "On 2 March the minister received 14 delegations on 1,200 vehicles by 2029.");
        assertThat(Translation.isLikely(FRENCH, summary)).isFalse();
    }

    @Test
    void whatFollowsDaysLaterIsNoEdition() {
        Edition later =
                edition("en", AT.plus(Duration.ofDays(3)), ENGLISH.sentences().toArray(String[]::new));
        assertThat(Translation.isLikely(FRENCH, later)).isFalse();
    }

    private static Edition edition(String language, Instant at, String... sentences) {
        return new Edition(
                language,
                1,
                "story",
                new Outlet("ministry-" + language, "Ministry", "EE"),
                language,
                "Headline",
                URI.create("https://ministry.example/" + language),
                at,
                Set.of(),
                Map.of(),
                List.of(sentences));
    }
}
