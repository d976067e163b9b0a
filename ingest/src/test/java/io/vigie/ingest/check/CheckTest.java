package io.vigie.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.json.JsonCodec;
import io.vigie.ingest.fetch.FetchSettings;
import io.vigie.ingest.fetch.Fetcher;
import io.vigie.ingest.web.Answers;
import io.vigie.ingest.web.LocalSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers as the commands print them. */
class CheckTest {

    private static final ObjectMapper JSON = JsonCodec.mapper();
    private static final String PAGE = """
        <html lang="en"><head><title>Talks in Oslo</title></head><body><article><h1>Talks in Oslo</h1>
        <p>The ministers met on Monday to prepare the summit, which will be held in the autumn.</p>
        <p>They will meet <a href="/next">again</a> before the summer, a spokesman told the press.</p>
        </article></body></html>\
        """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void extractsAStoredPage() throws Exception {
        Files.writeString(directory.resolve("a.html"), PAGE);

        JsonNode answer = json(new ExtractCheck().answer("a.html\thttps://ministry.example/a", list()));

        assertThat(names(answer)).containsExactly("path", "url", "title", "text", "published", "author", "language");
        assertThat(answer.get("path").asText()).isEqualTo("a.html");
        assertThat(answer.get("title").asText()).isEqualTo("Talks in Oslo");
        assertThat(answer.get("text").asText()).contains("summit").contains("\n");
        assertThat(answer.get("author").isNull()).isTrue();
        assertThat(answer.get("language").asText()).isEqualTo("en");
    }

    @Test
    void answersWithAnErrorWhatItCannotRead() throws Exception {
        JsonNode missing = json(new ExtractCheck().answer("none.html\thttps://ministry.example/a", list()));
        JsonNode noUrl = json(new ExtractCheck().answer("list", list()));

        assertThat(names(missing)).containsExactly("path", "url", "error");
        assertThat(missing.get("error").asText()).isEqualTo("no such file");
        assertThat(noUrl.get("error").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://ministry.example/a b|c", "https://ministry.example/стаття", "https://a_b.example/x"})
    void readsAPageWhoseAddressIsNotQuiteOne(String url) throws Exception {
        Files.writeString(directory.resolve("a.html"), PAGE);

        assertThat(json(new ExtractCheck().answer("a.html\t" + url, list()))
                        .path("title")
                        .asText())
                .isEqualTo("Talks in Oslo");
    }

    @Test
    void discoversInAStoredDocument() throws Exception {
        Files.writeString(directory.resolve("feed"), """
            <rss version="2.0"><channel><title>T</title><item><title>Talks</title><link>/a</link>
            <pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate></item><item><title>More</title>
            <pubDate>one day</pubDate></item></channel></rss>\
            """);

        JsonNode answer =
                json(new DiscoverCheck().answer("feed\thttps://ministry.example/rss\tapplication/rss+xml", list()));

        assertThat(names(answer)).containsExactly("path", "url", "kind", "entries");
        assertThat(answer.get("kind").asText()).isEqualTo("rss");
        assertThat(answer.get("entries").get(0).toString())
                .isEqualTo("{\"link\":\"https://ministry.example/a\",\"title\":\"Talks\","
                        + "\"published\":\"2026-03-02T09:00:00+01:00\"}");
        assertThat(answer.get("entries").get(1).get("link").isNull()).isTrue();
        assertThat(answer.get("entries").get(1).get("published").isNull()).isTrue();
    }

    @Test
    void asksAStoredRobotsTxt() throws Exception {
        Files.writeString(directory.resolve("robots.txt"), "User-agent: vigie\nDisallow: /private/\n");
        RobotsCheck check = new RobotsCheck("Vigie");

        assertThat(check.allows("robots.txt\thttps://ministry.example/news", list()))
                .isTrue();
        assertThat(check.allows("robots.txt\thttps://ministry.example/private/a", list()))
                .isFalse();
        assertThatIOException().isThrownBy(() -> check.allows("none\thttps://ministry.example/", list()));
    }

    @Test
    void fetchesTheWholeWay() throws Exception {
        try (LocalSite site = LocalSite.start();
                Fetcher fetcher =
                        new Fetcher(new FetchSettings("Vigie/0.1", Duration.ZERO, 1 << 20, Duration.ofSeconds(5)))) {
            site.on("/a", Answers.redirect("/b")).on("/b", Answers.html(PAGE));

            JsonNode page =
                    json(new FetchCheck(fetcher, true).answer(site.uri("/a").toString()));
            JsonNode refused =
                    json(new FetchCheck(fetcher, false).answer(site.uri("/a").toString()));
            JsonNode nonsense = json(new FetchCheck(fetcher, true).answer("not an address"));

            assertThat(names(page))
                    .containsExactly("path", "status", "finalUrl", "bytes", "charset", "title", "text", "links");
            assertThat(page.get("finalUrl").asText()).isEqualTo(site.uri("/b").toString());
            assertThat(page.get("charset").asText()).isEqualTo("UTF-8");
            assertThat(page.get("links").get(0).asText())
                    .isEqualTo(site.uri("/next").toString());
            assertThat(names(refused)).containsExactly("path", "outcome", "error");
            assertThat(refused.get("error").asText()).startsWith("forbidden-address: ");
            assertThat(nonsense.get("outcome").asText()).isEqualTo("failed");
        }
    }

    @Test
    void probesAnAddressAsSourceAndPage() throws Exception {
        try (LocalSite site = LocalSite.start();
                Fetcher fetcher =
                        new Fetcher(new FetchSettings("Vigie/0.1", Duration.ZERO, 1 << 20, Duration.ofSeconds(5)))) {
            site.on("/a", Answers.html(PAGE)).on("/robots.txt", Answers.text("User-agent: *\nDisallow: /private"));
            ProbeCheck probe = new ProbeCheck(fetcher, true);

            ProbeCheck.Probed page = probe.answer(site.uri("/a"));
            ProbeCheck.Probed forbidden = probe.answer(site.uri("/private"));

            assertThat(page.failed()).isFalse();
            assertThat(page.page())
                    .isNotNull()
                    .extracting(ProbeCheck.AsPage::title)
                    .isEqualTo("Talks in Oslo");
            assertThat(page.source())
                    .isNotNull()
                    .extracting(ProbeCheck.AsSource::kind)
                    .isEqualTo("html");
            assertThat(forbidden.outcome()).isEqualTo("disallowed");
            assertThat(forbidden.failed()).isTrue();
        }
    }

    private Path list() throws IOException {
        Path list = directory.resolve("list");
        Files.writeString(list, "");
        return list;
    }

    private static JsonNode json(Answer answer) throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(answer));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }
}
