package io.vigie.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages made to hang or exhaust a reader give an answer, soon, and with what could be read of them. */
class HostilePagesTest {

    private static final URI ADDRESS = URI.create("https://hostile.example/a");
    private static final String WORDS = "A sentence that a reader could read, were it not for the rest of the page. ";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Scraper scraper = new Scraper();

    static Stream<Arguments> pages() {
        int many = 100_000;
        return Stream.of(
                Arguments.of("nested boxes", "<div>".repeat(many) + WORDS),
                Arguments.of("nested bold", "<b>".repeat(many) + WORDS),
                Arguments.of("nested mixed formatting", "<b><i><font><a href=x>".repeat(many / 4) + WORDS),
                Arguments.of("nested tables", "<table><tr><td>".repeat(many / 3) + WORDS),
                Arguments.of("nested lists", "<ul><li>".repeat(many / 2) + WORDS),
                Arguments.of("nested unknown elements", "<x>".repeat(many) + WORDS),
                Arguments.of("misnested formatting", "<p><b><div><i>".repeat(many / 4) + WORDS),
                Arguments.of("one line of 50 MB", WORDS.repeat(50_000_000 / WORDS.length())),
                Arguments.of("a title of 10 MB", "<title>" + "x".repeat(10_000_000) + "</title><p>" + WORDS),
                Arguments.of("a headline of 5 MB", "<h1>" + WORDS.repeat(66_000) + "</h1><p>" + WORDS),
                Arguments.of("a million attributes", "<p " + attributes(1_000_000) + ">" + WORDS),
                Arguments.of("a class of a million names", "<p class='" + "ad ".repeat(1_000_000) + "'>" + WORDS),
                Arguments.of("a million paragraphs", ("<p>" + WORDS).repeat(1_000_000)),
                Arguments.of("half a million links", "<a href=/x>y</a>".repeat(500_000) + "<p>" + WORDS),
                Arguments.of(
                        "a row of linked cells",
                        "<article><p>" + WORDS.repeat(9) + "<table><tr>"
                                + "<td><a href=/x>a ship of the line</a><td>forty guns".repeat(60_000)),
                Arguments.of("links without end", "<a href='/" + "x/../".repeat(300_000) + "'>y</a><p>" + WORDS),
                Arguments.of("dates without end", "<p>" + "1/2/2020 3 avril 2025 ".repeat(200_000)),
                Arguments.of("digits without end", "<p>" + "1".repeat(3_000_000)),
                Arguments.of("bylines without end", "<p class=byline>" + "By A and ".repeat(300_000)),
                Arguments.of(
                        "an author of 2 MB", "<meta name=author content='" + "By A and B, ".repeat(170_000) + "'>"),
                Arguments.of("half a million metas", "<meta property='og:title' content='x'>".repeat(200_000)),
                Arguments.of("deep JSON-LD", "<script type='application/ld+json'>" + "[".repeat(many) + "</script>"),
                Arguments.of(
                        "JSON-LD that refers to itself",
                        "<script type='application/ld+json'>{\"@id\":\"a\",\"@type\":\"Article\",\"author\":{\"@id\":\"a\"}}</script>"),
                Arguments.of(
                        "wide JSON-LD",
                        "<script type='application/ld+json'>[" + "{\"@type\":\"Article\"},".repeat(90_000)
                                + "0]</script>"),
                Arguments.of("a comment that never ends", "<p>" + WORDS + "<!--" + "-".repeat(3_000_000)),
                Arguments.of("a script that never ends", "<p>" + WORDS + "<script>" + "<!--<script>".repeat(200_000)),
                Arguments.of("entities", "<p>" + "&amp;&lt;&notanentity;&#x110000;".repeat(200_000)),
                Arguments.of("separators", "<title>" + " - | _ ».".repeat(400) + "</title><p>" + WORDS),
                Arguments.of("a base that is no address", "<base href='ht!tp://%%%'><a href='x'>y</a><p>" + WORDS),
                Arguments.of("an address that is no address", "<link rel=canonical href='http://[::1'><p>" + WORDS));
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder(count * 8);
        for (int i = 0; i < count; i++) {
            attributes.append('a').append(i).append(' ');
        }
        return attributes.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void answersSoon(String name, String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);

        ScrapedPage scraped =
                Assertions.assertTimeoutPreemptively(SOON, () -> scraper.scrape(bytes, "text/html", ADDRESS));

        assertThat(scraped.canonical()).isEqualTo(ADDRESS);
        assertThat(scraped.title()).hasSizeLessThanOrEqualTo(1_000);
    }

    static Stream<String> contentTypes() {
        return Stream.of(
                "text/html; charset=utf-16", "text/html; charset=shift_jis", "text/html; charset=;;;", "image/png", "");
    }

    @ParameterizedTest
    @MethodSource("contentTypes")
    void readsNoiseWithoutFailing(String contentType) {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);

        assertThat(scraper.scrape(noise, contentType, ADDRESS).canonical()).isEqualTo(ADDRESS);
    }

    static Stream<Arguments> articlesWithTags() {
        String title = "Harbour council votes for a second ferry pier";
        String tags = "<i></i>".repeat(Scraper.MOST_TAGS / 2);
        String text = "<p>" + WORDS.repeat(10) + "</p>";
        String late = "<p>" + "The late paragraph is not read. ".repeat(10) + "</p>";
        return Stream.of(
                Arguments.of("shown", "<title>" + title + "</title><h1>" + title + "</h1>" + text + tags + late),
                Arguments.of(
                        "scripted",
                        "<title>" + title + "</title><h1>" + title + "</h1><script>{\"title\":\"" + title
                                + "\",\"body\":\"" + (text + tags + late).replace("<", "\\u003c") + "\"}</script>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("articlesWithTags")
    void readsNothingBehindMoreTagsThanAnArticleNeeds(String name, String page) {
        String text = scraper.scrape(page.getBytes(StandardCharsets.UTF_8), "text/html", ADDRESS)
                .text();

        assertThat(text).contains(WORDS.strip()).doesNotContain("late paragraph");
    }
}
