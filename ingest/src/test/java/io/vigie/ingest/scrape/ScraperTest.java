package io.vigie.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code pages} holds a page and what is to be read from it. */
class ScraperTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Scraper scraper = new Scraper(() -> NOW);

    static Stream<Path> pages() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(ScraperTest.class.getResource("pages")).toURI());
        return Files.list(folder).sorted();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void readsWhatThePageSaysAndNothingElse(Path folder) throws IOException {
        JsonNode expected = JSON.readTree(folder.resolve("page.expected.json").toFile());
        byte[] page = Files.readAllBytes(folder.resolve("page.html"));

        ScrapedPage scraped = scraper.scrape(
                page,
                expected.path("contentType").asText(null),
                URI.create(expected.get("address").asText()));

        assertThat(scraped.title()).isEqualTo(expected.get("title").asText());
        assertThat(scraped.text().lines()).containsExactlyElementsOf(strings(expected.get("text")));
        assertThat(Objects.toString(scraped.published(), null)).isEqualTo(text(expected, "published"));
        assertThat(Objects.toString(scraped.modified(), null)).isEqualTo(text(expected, "modified"));
        assertThat(scraped.byline()).containsExactlyElementsOf(strings(expected.get("byline")));
        assertThat(scraped.language()).isEqualTo(text(expected, "language"));
        assertThat(scraped.canonical())
                .isEqualTo(URI.create(expected.get("canonical").asText()));
        assertThat(scraped.editions()).isEqualTo(editions(expected.path("editions")));
    }

    private static @Nullable String text(JsonNode expected, String field) {
        return expected.path(field).asText(null);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    private static Map<String, URI> editions(JsonNode object) {
        Map<String, URI> editions = new LinkedHashMap<>();
        object.properties()
                .forEach(edition -> editions.put(
                        edition.getKey(), URI.create(edition.getValue().asText())));
        return editions;
    }

    @org.junit.jupiter.api.Test
    void givesEmptyTextForAnEmptyPage() {
        ScrapedPage scraped = scraper.scrape(new byte[0], null, URI.create("https://a.example/x"));

        assertThat(scraped.text()).isEmpty();
        assertThat(scraped.title()).isEmpty();
        assertThat(scraped.published()).isNull();
    }

    @org.junit.jupiter.api.Test
    void readsPlainTextAsItStands() {
        byte[] page = "Only a line of text, no markup at all.".getBytes(StandardCharsets.UTF_8);

        assertThat(scraper.scrape(page, "text/plain", URI.create("https://a.example/x"))
                        .text())
                .isEqualTo("Only a line of text, no markup at all.");
    }
}
