package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SeedSiteTest {

    private final Reader reader = new Reader();

    @Test
    void servesFivePagesWithAHeadlineAndTheWholeText() throws IOException {
        try (SeedSite site = SeedSite.orSkip()) {
            assertThat(site.themes()).hasSize(5);
            for (URI address : site.themes().keySet()) {
                Document page = reader.html(address);
                assertThat(page.select("h1, h2").text()).isNotBlank();
                assertThat(page.body().text()).hasSizeGreaterThan(3000);
            }
        }
    }

    @Test
    void listsThemInItsFeed() throws IOException {
        try (SeedSite site = SeedSite.orSkip()) {
            List<String> links =
                    reader.xml(site.source().url()).select("item > link").eachText();
            assertThat(links)
                    .containsExactlyElementsOf(
                            site.themes().keySet().stream().map(URI::toString).toList());
        }
    }
}
