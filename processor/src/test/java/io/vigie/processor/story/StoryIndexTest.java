package io.vigie.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryIndexTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Fingerprinter FINGERPRINTER = new Fingerprinter();
    private static final String LONG_REPORT =
            "Norwegian defence minister Ingrid Solheim signed a contract on Wednesday for four anti-submarine frigates"
                    + " to be built by Navalis in Lorient. The 3.2 billion euro order is the largest in the history of the"
                    + " Norwegian navy. The first ship is due in 2030; local yards will do the maintenance.";

    private final StoryIndex index = new StoryIndex(StorySettings.defaults(), new HeapMemory());
    private long age;

    @Test
    void givesAWireCopyTheStoryOfItsOriginal() {
        add("a", NOON, "en", "Norway buys four frigates", LONG_REPORT);

        assertThat(add("b", NOON.plusSeconds(900), "en", "Oslo orders warships", LONG_REPORT + " (Agencies)"))
                .isEqualTo("a");
    }

    @Test
    void followsAnEventFromOneScriptToTheNext() {
        add("en", NOON, "en", "Norway buys four frigates from Navalis", LONG_REPORT);

        assertThat(add(
                        "fr",
                        NOON,
                        "fr",
                        "Quatre frégates pour la Norvège",
                        "Navalis, de Lorient, a signé avec la ministre norvégienne Ingrid Solheim un contrat"
                                + " de 3,2 milliards d'euros."))
                .isEqualTo("en");
        assertThat(add(
                        "uk",
                        NOON,
                        "uk",
                        "Норвегія замовила чотири фрегати",
                        "Міністерка оборони Норвегії Інгрід Сольхейм підписала контракт на 3,2 млрд євро з французькою"
                                + " верф'ю Наваліс у Лор'яні."))
                .isEqualTo("en");
        assertThat(add("zh", NOON, "zh", "挪威订购四艘护卫舰", "挪威国防大臣英格丽·索尔海姆签署合同，以32亿欧元向法国纳瓦利斯公司购买护卫舰，船厂位于洛里昂。"))
                .isEqualTo("en");
    }

    @Test
    void keepsTwoOrdersOfOneMinisterApart() {
        add("frigates", NOON, "en", "Norway buys four frigates from Navalis", LONG_REPORT);

        assertThat(add(
                        "howitzers",
                        NOON.plus(Duration.ofDays(1)),
                        "en",
                        "Norway adds 48 howitzers",
                        "Minister Ingrid Solheim put the price of 48 howitzers from Rautatie of Finland at 410 million"
                                + " euros. They go to the Finnmark brigade."))
                .isEqualTo("howitzers");
    }

    @Test
    void keepsTheBulletinsOfASeriesApartByTheDaysTheyName() {
        String subject = "Henrik Lind a parlé avec les alliés de la défense des mers du Nord et de l'aide à l'Ukraine.";
        Fingerprint visit = FINGERPRINTER.of("visit", null, "fr", "Lind à Helsinki", "Les 8 et 9 juin, " + subject);
        Fingerprint meeting = FINGERPRINTER.of("meeting", null, "fr", "Réunion à Bruxelles", "Le 3 juin, " + subject);
        Fingerprint undated = FINGERPRINTER.of("undated", null, "fr", "Réunion à Bruxelles", subject);
        Rarity rarity = new Rarity();
        Similarity similarity = new Similarity(Duration.ofDays(6));

        assertThat(similarity.of(new Profile(visit, rarity), new Profile(meeting, rarity)))
                .isZero();
        assertThat(similarity.of(new Profile(visit, rarity), new Profile(undated, rarity)))
                .isGreaterThan(0.5);
    }

    @Test
    void startsANewStoryWhenTheSameTextReturnsAfterTheWindow() {
        add("first", NOON, "en", "Daily update", LONG_REPORT);

        assertThat(add("later", NOON.plus(Duration.ofDays(7)), "en", "Daily update", LONG_REPORT))
                .isEqualTo("later");
    }

    @Test
    void leavesAnItemThatComesAgainInItsStory() {
        add("a", NOON, "en", "Norway buys four frigates", LONG_REPORT);

        assertThat(add("a", NOON, "en", "Another headline", "Another text")).isEqualTo("a");
    }

    @Test
    void keepsTheElderIdWhenASecondReportTellsTwoStoriesAsOne() {
        String signing = "In Turku, Chancellor Osterkamp and President Halonen signed the treaty of Naantali.";
        String ferry = "The shipyard Pernotec launched the ferry Aurora in Rauma before 740 guests.";
        StoryIndex willing = new StoryIndex(new StorySettings(Duration.ofDays(6), 0.05), new HeapMemory());
        place(willing, "elder", NOON, "en", "", signing);

        Placement younger = place(willing, "younger", NOON, "en", "", ferry);
        Placement roundUp = place(willing, "round-up", NOON, "en", "", signing + " " + ferry);
        Placement second = place(willing, "second", NOON, "en", "", ferry + " " + signing);

        assertThat(younger.storyId()).isEqualTo("younger");
        assertThat(roundUp.merges()).isEmpty();
        assertThat(second.storyId()).isEqualTo("elder");
        assertThat(second.merges()).extracting(Merge::younger).containsExactly("younger");
        assertThat(willing.resolve("younger")).isEqualTo("elder");
        assertThat(place(willing, "next", NOON, "en", "", ferry).storyId()).isEqualTo("elder");
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        add("a", NOON, "en", "Norway buys four frigates", LONG_REPORT);
        index.forgetBefore(NOON.plusSeconds(1));

        assertThat(add("b", NOON.plusSeconds(2), "en", "Norway buys four frigates", LONG_REPORT))
                .isEqualTo("b");
        assertThat(index.resolve("a")).isEqualTo("a");
    }

    @Test
    void answersUnderTheElderNameOnceItHeardOfAMerge() {
        add("a", NOON, "en", "Norway buys four frigates", LONG_REPORT);
        index.merge(new Merge("a", "told-elsewhere", -1));
        index.merge(new Merge("never-heard-of", "a", 0));

        assertThat(add("b", NOON, "en", "Norway buys four frigates", LONG_REPORT))
                .isEqualTo("told-elsewhere");
    }

    @Test
    void mergesNeverGoRoundInCircles() {
        add("a", NOON, "en", "Norway buys four frigates", LONG_REPORT);
        add("b", NOON, "fr", "Grève dans les ports", "Les dockers du Havre ont cessé le travail.");
        index.merge(new Merge("b", "a", 0));
        index.merge(new Merge("a", "b", 1));

        assertThat(index.resolve("b")).isEqualTo("a");
        assertThat(index.resolve("a")).isEqualTo("a");
    }

    @Test
    void takesItemsWithoutWords() {
        assertThat(add("empty", NOON, null, "", "")).isEqualTo("empty");
        assertThat(add("marks", null, "xx", "—", "… !")).isEqualTo("marks");
    }

    private String add(String id, @Nullable Instant at, @Nullable String language, String headline, String body) {
        return place(index, id, at, language, headline, body).storyId();
    }

    private Placement place(
            StoryIndex where,
            String id,
            @Nullable Instant at,
            @Nullable String language,
            String headline,
            String body) {
        Fingerprint print = FINGERPRINTER.of(id, at, language, headline, body);
        long now = age++;
        return Placement.of(id, now, List.of(where.add(print, now, route -> true)));
    }
}
