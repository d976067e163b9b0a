package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.Alert;
import io.vigie.events.AlertNotice;
import io.vigie.events.Delivery;
import io.vigie.events.Evidence;
import io.vigie.events.Evidence.Field;
import io.vigie.events.Evidence.Mark;
import io.vigie.events.Notice;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.ThemeMatch;
import io.vigie.events.json.JsonCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people get to read, at its best and at its worst. */
class MessagesTest {

    /** What a stranger can put into a headline to call people, hide, turn lines around, or break out of a text. */
    private static final String NASTY =
            "<!channel> <!here|x> <@U012> @everyone @channel @all \u202Etxt.exe\u202C & \u2066]"
                    + "(https://evil.example) [a](javascript:x) **b** `c` </p><script>alert(1)</script> &lt;!channel&gt; "
                    + "\uD83D \u0000 \r\nBcc: all@evil.example\r\n| ~x~ _y_ :tada: https://evil.example/ ";

    private static Channel channel(Channel.Kind kind, String language) {
        String url = kind == Channel.Kind.EMAIL ? "smtp://127.0.0.1:25" : "http://127.0.0.1:9/hook";
        return Stories.channel("{id: desk, kind: " + kind.name().toLowerCase(Locale.ROOT) + ", url: '" + url
                + "', from: vigie@desk.example, to: [a@desk.example], secret: s3cret, language: " + language + "}");
    }

    /** Ten megabytes of headline, five hundred sentences, an address of thousands of characters. */
    private static Notice worst(int number, String filler) {
        int length = number == '&' ? 10_000_000 : 20_000;
        String headline = (NASTY + filler).repeat(length / (NASTY.length() + filler.length()));
        List<Evidence> sentences = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String quote = i + NASTY.repeat(i % 7 + 1) + filler.repeat(i);
            sentences.add(new Evidence(
                    "r",
                    Field.BODY,
                    0,
                    quote.length(),
                    quote,
                    IntStream.range(0, 100).mapToObj(m -> new Mark(m, m + 1)).toList()));
        }
        Alert alert = new Alert(
                "worst" + number,
                "worst" + number,
                1,
                Alert.Status.NEW,
                URI.create("https://evil.example/" + number + "?q="
                        + "a&b|c".replace("|", "%7C").repeat(700)),
                headline,
                "",
                List.of(),
                "fr",
                new Outlet("o", NASTY.repeat(50), "<!here>"),
                null,
                NOW,
                NOW,
                IntStream.range(0, 40)
                        .mapToObj(t -> new ThemeMatch("<!channel>" + t, 1, sentences))
                        .toList(),
                List.of(),
                null,
                "story" + number,
                "r",
                new Provenance("t", 0, 0, "x"),
                Map.of());
        return Notices.of(alert, List.of(Stories.slack()), NOW).get(0);
    }

    static Stream<Arguments> worstBulletins() {
        // Each filler grows in another way: by escaping, by encoding, by marks.
        List<Notice> notices =
                List.of("&", "<", "水", "\uD83D\uDE00", "x", "\u0301", "\"", "'", "*", "@", "\\", "\u200F").stream()
                        .flatMap(filler ->
                                Stream.of(worst(filler.codePointAt(0), filler), worst(-filler.codePointAt(0), filler)))
                        .toList();
        return Stream.of(Channel.Kind.values())
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, new Bulletin(Delivery.Kind.ALERT, notices.subList(0, 1))),
                        Arguments.of(kind, new Bulletin(Delivery.Kind.ALERT, notices)),
                        Arguments.of(kind, new Bulletin(Delivery.Kind.UPDATE, notices)),
                        Arguments.of(kind, new Bulletin(Delivery.Kind.RETRACTION, notices.subList(3, 4))),
                        Arguments.of(kind, Bulletin.digest(notices))));
    }

    @ParameterizedTest
    @MethodSource("worstBulletins")
    void holdsEveryLimitForTheWorstAlert(Channel.Kind kind, Bulletin bulletin) throws JsonProcessingException {
        for (String language : List.of("fr", "en")) {
            Payload payload = MessageFormat.of(kind).render(channel(kind, language), bulletin, NOW);
            if (payload instanceof Payload.Mail mail) {
                assertHarmless(mail);
            } else {
                assertHarmless(kind, ((Payload.Post) payload).body());
            }
        }
    }

    private static void assertHarmless(Channel.Kind kind, String body) throws JsonProcessingException {
        JsonNode message = JsonCodec.mapper().readTree(body);
        switch (kind) {
            case SLACK -> assertThat(SlackLimits.faults(body)).isEmpty();
            case MATTERMOST -> {
                String text = message.path("text").asText();
                assertThat(text).hasSizeLessThanOrEqualTo(4_000).doesNotContainPattern("@(channel|all|here|everyone)");
                assertNoOverrides(text);
            }
            case DISCORD -> {
                JsonNode embed = message.path("embeds").path(0);
                assertThat(embed.path("title").asText()).hasSizeBetween(1, 256);
                assertThat(embed.path("description").asText()).hasSizeBetween(1, 4_096);
                assertThat(message.path("allowed_mentions").path("parse")).isEmpty();
                assertThat(message.path("allowed_mentions").path("parse").isArray())
                        .isTrue();
                assertThat(message.has("content")).isFalse();
                assertNoOverrides(
                        embed.path("title").asText() + embed.path("description").asText());
            }
            case TEAMS -> {
                assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(28 * 1024);
                assertThat(message.findValuesAsText("type"))
                        .doesNotContain("TextBlock")
                        .allMatch(
                                List.of("message", "AdaptiveCard", "RichTextBlock", "TextRun", "Action.OpenUrl")
                                        ::contains);
                message.findValuesAsText("text").forEach(MessagesTest::assertNoOverrides);
            }
            case WEBHOOK -> {
                assertThat(body).hasSizeLessThanOrEqualTo(1024 * 1024);
                assertThat(message.at("/data/total").asInt()).isPositive();
            }
            case EMAIL -> throw new AssertionError("an e-mail is no post");
        }
    }

    private static void assertHarmless(Payload.Mail mail) {
        assertThat(mail.subject()).hasSizeLessThanOrEqualTo(150).doesNotContain("\r", "\n");
        assertThat(mail.text().length() + mail.html().length()).isLessThan(400_000);
        assertThat(mail.text().lines()).noneMatch(line -> line.startsWith("Bcc:"));
        assertThat(mail.html()).doesNotContain("<script", "<img", "<!channel", "src=");
        assertNoOverrides(mail.subject());
        mail.text().lines().forEach(MessagesTest::assertNoOverrides);
    }

    private static void assertNoOverrides(String text) {
        assertThat(text.codePoints()
                        .filter(c ->
                                (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200F || c == 0))
                .isEmpty();
    }

    @Test
    void slackShowsTheSentenceWithItsWordsMarked() throws JsonProcessingException {
        String body = post(Channel.Kind.SLACK, Stories.bulletin(Delivery.Kind.ALERT, 1), "fr");

        assertThat(SlackLimits.faults(body)).isEmpty();
        JsonNode blocks = JsonCodec.mapper().readTree(body).path("blocks");
        assertThat(blocks.at("/0/text/text").asText()).isEqualTo("Douze frégates pour la marine (a0)");
        assertThat(blocks.at("/1/elements/0/text").asText())
                .isEqualTo("Le Quai (FR) · 10 mars 2026 à 07:50 UTC · defence-industry 0.75 · "
                        + "<https://outlet.example/a0|Lire>");
        assertThat(blocks.at("/2/text/text").asText().replace("\u200B", ""))
                .isEqualTo("> Le chantier livrera douze *frégates* à la *marine* avant 2031.");
    }

    @Test
    void aDigestOfFiveHundredIsOneScreen() throws JsonProcessingException {
        String body = post(
                Channel.Kind.SLACK,
                Bulletin.digest(Stories.bulletin(Delivery.Kind.ALERT, 500).notices()),
                "en");

        JsonNode message = JsonCodec.mapper().readTree(body);
        assertThat(SlackLimits.faults(body)).isEmpty();
        assertThat(message.path("text").asText()).isEqualTo("500 alerts, 500 stories");
        assertThat(message.path("blocks")).hasSizeLessThanOrEqualTo(17);
        assertThat(body).contains("and 485 more · defence-industry 500");
    }

    /** Headlines that grow by escaping and addresses that are almost too long: not all fifteen fit everywhere. */
    @ParameterizedTest
    @EnumSource(
            value = Channel.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WEBHOOK"})
    void countsWhatADigestDoesNotShow(Channel.Kind kind) {
        List<Notice> notices = IntStream.range(0, 40)
                .<Notice>mapToObj(i -> new AlertNotice(
                        "desk",
                        "a" + i,
                        1,
                        Alert.Status.NEW,
                        URI.create("https://outlet.example/" + "x".repeat(1_000) + "/story-" + i + "-end"),
                        "&*".repeat(99),
                        "fr",
                        new Outlet("o", "Outlet", "FR"),
                        NOW,
                        NOW,
                        List.of(Stories.theme("defence-industry", 0.75)),
                        "story" + i,
                        NOW))
                .toList();

        String text = text(kind, Bulletin.digest(notices), "en");

        long shown = Pattern.compile("/story-\\d+-end")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
        assertThat(shown).isBetween(1L, 15L);
        assertThat(text).contains("and " + (40 - shown) + " more");
    }

    @ParameterizedTest
    @EnumSource
    void speaksTheLanguageOfItsReaders(Channel.Kind kind) {
        if (kind != Channel.Kind.WEBHOOK) {
            Bulletin update = Stories.bulletin(Delivery.Kind.UPDATE, 2);
            assertThat(text(kind, update, "fr")).contains("Suite d").contains("Aussi :");
            assertThat(text(kind, update, "en")).contains("More on a story").contains("Also:");
        }
    }

    @Test
    void signsTheEventAndNamesItAlikeInARepeat() throws Exception {
        Channel channel = channel(Channel.Kind.WEBHOOK, "fr");
        Bulletin bulletin = Stories.bulletin(Delivery.Kind.ALERT, 2);
        Payload.Post post = (Payload.Post) new WebhookFormat().render(channel, bulletin, NOW);
        Payload.Post repeat = (Payload.Post) new WebhookFormat().render(channel, bulletin, NOW.plusSeconds(5));

        JsonNode event = JsonCodec.mapper().readTree(post.body());
        assertThat(post.contentType()).startsWith("application/cloudevents+json");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("io.vigie.delivery.alert.v1");
        assertThat(event.at("/data/alerts/1/alertId").asText()).isEqualTo("a1");
        assertThat(post.headers())
                .containsEntry("Idempotency-Key", event.path("id").asText())
                .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
                .containsEntry("webhook-signature", signature(post));
        assertThat(repeat.body()).isEqualTo(post.body());
        assertThat(repeat.headers().get("webhook-signature"))
                .isEqualTo(signature(repeat))
                .isNotEqualTo(signature(post));
    }

    /** By the book: base64 of HMAC-SHA256 over id, timestamp and body, parted by full stops. */
    private static String signature(Payload.Post post) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed =
                post.headers().get("webhook-id") + "." + post.headers().get("webhook-timestamp") + "." + post.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String post(Channel.Kind kind, Bulletin bulletin, String language) {
        return ((Payload.Post) MessageFormat.of(kind).render(channel(kind, language), bulletin, NOW)).body();
    }

    private static String text(Channel.Kind kind, Bulletin bulletin, String language) {
        Payload payload = MessageFormat.of(kind).render(channel(kind, language), bulletin, NOW);
        return payload instanceof Payload.Mail mail ? mail.text() + mail.html() : ((Payload.Post) payload).body();
    }
}
