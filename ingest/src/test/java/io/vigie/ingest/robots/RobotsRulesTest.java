package io.vigie.ingest.robots;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsRulesTest {

    @ParameterizedTest(name = "{0}: {2} at {3} is {4}")
    @MethodSource("cases")
    void givesTheVerdictOfTheRfc(String name, String robots, String agent, String url, String verdict) {
        RobotsRules rules = RobotsRules.parse(robots.getBytes(UTF_8));

        assertThat(rules.allows(agent, url) ? "allowed" : "disallowed").isEqualTo(verdict);
    }

    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = RobotsRulesTest.class.getResourceAsStream("robots.cases")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return Stream.of(text.split("(?m)^### ")).skip(1).flatMap(RobotsRulesTest::verdicts);
        }
    }

    private static Stream<Arguments> verdicts(String block) {
        String name = block.substring(0, block.indexOf('\n'));
        int arrow = block.indexOf("\n=>\n");
        String robots =
                block.substring(name.length() + 1, arrow).replace("\\r", "\r").replace("\\ufeff", "\ufeff");
        return block.substring(arrow + 4)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    String[] parts = line.split(" \\| ", 3);
                    return Arguments.of(name, robots, parts[0], parts[1], parts[2]);
                });
    }

    @Test
    void readsUtf16() {
        String robots = "\ufeffUser-agent: *\nDisallow: /дата";

        assertThat(RobotsRules.parse(robots.getBytes(UTF_16LE)).allows("Vigie", "/дата"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void passesOverAByteOrderMarkAndWhatIsLeftOfOne(int bytes) {
        byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        ByteArrayOutputStream robots = new ByteArrayOutputStream();
        robots.write(mark, 0, bytes);
        robots.writeBytes("User-agent: *\nDisallow: /x".getBytes(UTF_8));

        assertThat(RobotsRules.parse(robots.toByteArray()).allows("Vigie", "/x"))
                .isFalse();
    }

    @Test
    void cutsALineThatIsLongerThanAnyAddress() {
        String path = "/x/" + "a".repeat(16_650);
        RobotsRules rules = RobotsRules.parse(("User-agent: *\nDisallow: " + path + "/quarterly\n").getBytes(UTF_8));

        assertThat(rules.allows("Vigie", path + "/weekly")).isFalse();
        assertThat(rules.allows("Vigie", "/weekly")).isTrue();
    }

    @Test
    void leavesWhatLiesBeyondFiveHundredKibibytes() {
        String comment = "#".repeat(99) + "\n";
        String filler = comment.repeat(500 * 1024 / 100 - 1);
        RobotsRules rules = RobotsRules.parse(
                ("User-agent: *\nDisallow: /early\n" + filler + "Disallow: /late\n" + filler).getBytes(UTF_8));

        assertThat(rules.allows("Vigie", "/early")).isFalse();
        assertThat(RobotsRules.parse(("User-agent: *\n" + filler + "Disallow: /cut-in-the-middle-of-the-rule"
                                        + "x".repeat(100))
                                .getBytes(UTF_8))
                        .allows("Vigie", "/cut-in"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Vigie,PT2.5S", "Other,PT10S", "Third,", "Nobody,PT1S"})
    void tellsTheCrawlDelayOfTheGroup(String agent, Duration delay) {
        RobotsRules rules = RobotsRules.parse("""
                User-agent: *
                Crawl-delay: 1
                Disallow: /a
                User-agent: Vigie
                Crawl-delay: 2.5
                Disallow: /b
                User-agent: Other
                crawl-delay: 10
                crawl-delay: 20
                Allow: /
                User-agent: Third
                Crawl-delay: soon
                Disallow: /c
                """.getBytes(UTF_8));

        assertThat(rules.crawlDelay(agent)).isEqualTo(java.util.Optional.ofNullable(delay));
    }

    @Test
    void listsSitemapsWhereverTheyStand() {
        RobotsRules rules = RobotsRules.parse("""
                Sitemap: https://a.example/one.xml
                User-agent: Other
                Disallow: /
                sitemap : /two.xml
                Site-map:https://a.example/дата.xml # three
                Sitemap:
                """.getBytes(UTF_8));

        assertThat(rules.sitemaps())
                .containsExactly("https://a.example/one.xml", "/two.xml", "https://a.example/дата.xml");
    }

    @Test
    void staysFastOnPatternsMadeToHurt() {
        String star = "Disallow: /" + "a*".repeat(2000) + "b$\n";
        RobotsRules rules = RobotsRules.parse(("User-agent: *\n" + star.repeat(100)).getBytes(UTF_8));
        String url = "https://a.example/" + "a".repeat(8000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(rules.allows("Vigie", url)).isTrue());
    }

    @Test
    void answersToNoise() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);

            assertThat(RobotsRules.parse(noise).allows("Vigie", "/")).isTrue();
        }
    }
}
